import type { Embedder } from "./embedder.ts";
import type { JudgeCaller } from "./judge-caller.ts";
import type { ProgramRunner } from "./program-runner.ts";
import type { WebhookCaller } from "./webhook-caller.ts";

/** What graders that are not inline work through. A run gives services that hold its limits; trying a grader gives plain ones. */
export type GraderServices = {
  programs: ProgramRunner;
  judges: JudgeCaller;
  embeddings: Embedder;
  webhooks: WebhookCaller;
};
