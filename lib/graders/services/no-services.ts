import type { GraderServices } from "./grader-services.ts";

const reason = "This grader works through a service that is not there.";
const usage = { calls: 0, promptTokens: null, completionTokens: null, costMicroUsd: null };

/** For graders that need none: whoever asks is told so. */
export const noServices: GraderServices = {
  programs: { run: async () => ({ type: "stopped", limit: "unavailable", phase: null, reason }) },
  judges: { ask: async () => ({ type: "failed", reason, usage }) },
  embeddings: { embed: async () => ({ type: "failed", reason, usage }) },
  webhooks: { post: async () => ({ type: "failed", reason }) },
};
