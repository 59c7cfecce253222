import type { GradeUsage } from "../grader-kind.ts";

export type JudgeRequest = {
  /** The version of a model of the workspace that judges. */
  modelVersionId: string;
  messages: readonly { role: "system" | "user"; content: string }[];
  /** JSON Schema of the verdict; the server is asked to keep to it where it can. */
  responseSchema: Readonly<Record<string, unknown>>;
  /** Tells the judgements of one answer apart, from 1: none is served from the cached answer of another. */
  repetition: number;
};

export type JudgeAnswer =
  /** `judge` names the model and its version. */
  | { type: "answered"; judge: string; text: string; finishReason: string | null; usage: GradeUsage }
  /** After the retries that can help: one sentence that says what the judge's server said. */
  | { type: "failed"; reason: string; usage: GradeUsage };

/** Asks a model for a verdict within the limits of its connection. Rejects only when `signal` is aborted, or with `ServicesStopped`. */
export type JudgeCaller = {
  ask(request: JudgeRequest, signal: AbortSignal): Promise<JudgeAnswer>;
};
