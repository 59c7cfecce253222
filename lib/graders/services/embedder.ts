import type { GradeUsage } from "../grader-kind.ts";

export type EmbeddingResult =
  /** One vector for each text, in their order, all of one length. */
  | { type: "embedded"; vectors: readonly (readonly number[])[]; usage: GradeUsage }
  | { type: "failed"; reason: string; usage: GradeUsage };

/** Embeds texts with a model of a connection; what was embedded before comes from the cache. Rejects only when `signal` is aborted, or with `ServicesStopped`. */
export type Embedder = {
  embed(
    request: { connectionId: string; model: string; texts: readonly string[] },
    signal: AbortSignal,
  ): Promise<EmbeddingResult>;
};
