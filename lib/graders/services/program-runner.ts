import type { JsonValue } from "../grader-kind.ts";

export type ProgramName = "javascript" | "sqlite" | "postgresql" | "python" | "syntax";

/** What an isolated process is asked to do: the name of a program of ours, and JSON for it. */
export type ProgramRequest = {
  program: ProgramName;
  input: JsonValue;
  /** Of computing, in milliseconds; the process is killed when it takes more. Waiting for a process and starting one do not count. */
  timeLimitMs: number;
  /** The process is killed when it holds more, in megabytes. The program itself counts: see memory-limits.ts. */
  memoryLimitMb: number;
};

export type StoppedProgram = {
  type: "stopped";
  /** `halted` by the signal or by closing the runner; `unavailable` when the program cannot be started here, or gets no turn. */
  limit: "time" | "memory" | "output" | "crash" | "unavailable" | "halted";
  /** What the program had last said it was doing. */
  phase: string | null;
  /** One sentence. */
  reason: string;
};

export type ProgramResult = { type: "ended"; output: JsonValue } | StoppedProgram;

/** Runs programs in processes that can be killed, a fresh context for each request. Never rejects. */
export type ProgramRunner = {
  run(request: ProgramRequest, signal: AbortSignal): Promise<ProgramResult>;
};
