import type { ResolvedPrice } from "#lib/models/prices/choose-price.ts";

/** Mean and standard deviation over the answers that were looked at. */
export type Spread = { mean: number; sd: number };

/** Earlier answers, as far as they were looked at. */
export type AnswerHistory = {
  /** Answers whose tokens the server counted. */
  counted: number;
  promptTokens: Spread | null;
  completionTokens: Spread | null;
  /** Mean of the prompt tokens that came from the provider's own cache. */
  cachedTokens: number;
  answered: number;
  latencyMs: number | null;
};

/** What an estimate can rest on, best first. */
export type EstimateBasis =
  | { kind: "version-on-dataset" | "model-on-dataset" | "model-elsewhere"; history: AnswerHistory }
  | { kind: "characters"; promptCharacters: number; maxTokens: number | null }
  | { kind: "nothing" };

/** What is known of one model before its run. All numbers; the estimate itself is made where the choice is. */
export type ModelOutlook = {
  versionId: string;
  price: ResolvedPrice;
  /** Models that share a lane wait for each other: a connection, or the worker's own processor. */
  lane: string;
  concurrency: number;
  requestsPerMinute: number | null;
  tokensPerMinute: number | null;
  basis: EstimateBasis;
};
