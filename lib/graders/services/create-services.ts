import type { Context } from "#lib/context/context.ts";
import type { CallLimits } from "./calling/call-limits.ts";
import { createEmbedder } from "./calling/create-embedder.ts";
import { createJudgeCaller } from "./calling/create-judge-caller.ts";
import type { GraderServices } from "./grader-services.ts";
import { localServices } from "./local-services.ts";
import { createWebhookCaller } from "./webhooks/create-webhook-caller.ts";

/** Services that call within these limits, at the prices of a moment. */
export function createServices(ctx: Context, limits: CallLimits, pricesAt: Date): GraderServices {
  return {
    ...localServices(),
    judges: createJudgeCaller(ctx, limits, pricesAt),
    embeddings: createEmbedder(ctx, limits, pricesAt),
    webhooks: createWebhookCaller(ctx, limits),
  };
}
