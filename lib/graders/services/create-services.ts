import type { Context } from "#lib/context/context.ts";
import type { CallLimits } from "./calling/call-limits.ts";
import { createEmbedder } from "./calling/create-embedder.ts";
import { createJudgeCaller } from "./calling/create-judge-caller.ts";
import type { GraderServices } from "./grader-services.ts";
import { localServices } from "./local-services.ts";
import type { CallPrices } from "./prices/call-prices.ts";
import { createWebhookCaller } from "./webhooks/create-webhook-caller.ts";

/** Services that call within these limits, at these prices. */
export function createServices(ctx: Context, limits: CallLimits, prices: CallPrices): GraderServices {
  return {
    ...localServices(),
    judges: createJudgeCaller(ctx, limits, prices),
    embeddings: createEmbedder(ctx, limits, prices),
    webhooks: createWebhookCaller(ctx, limits),
  };
}
