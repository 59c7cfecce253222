import type { JsonValue } from "../grader-kind.ts";

/** What an isolated process is asked to do: the name of a program of ours, and JSON for it. */
export type ProgramRequest = {
  program: "javascript" | "sqlite" | "postgresql" | "syntax" | "pattern";
  input: JsonValue;
  /** The process is killed when it takes longer, in milliseconds. */
  timeLimitMs: number;
  /** The process is killed when it holds more, in megabytes. */
  memoryLimitMb: number;
};

export type ProgramResult =
  | { type: "ended"; output: JsonValue }
  /** It had to be stopped, or died: one sentence that says which limit was met. */
  | { type: "stopped"; reason: string };

/** Runs programs in processes that can be killed, a fresh context for each request. Never rejects. */
export type ProgramRunner = {
  run(request: ProgramRequest, signal: AbortSignal): Promise<ProgramResult>;
};
