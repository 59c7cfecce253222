import { unscored } from "../../grade-result.ts";
import type { GradeResult } from "../../grader-kind.ts";
import type { StoppedProgram } from "../../services/program-runner.ts";

/** For what says nothing of the answer: a halt, a crash of the program itself, a machine that cannot run it. */
export function couldNotRun({ limit, reason }: StoppedProgram, signal: AbortSignal): GradeResult {
  // A grade that was halted is not stored as one that could not be given.
  if (limit === "halted") signal.throwIfAborted();
  return unscored(reason);
}

/** Half a sentence for what exceeded a limit; null when no limit was met. */
export function limitWords({ limit }: StoppedProgram, seconds: number): string | null {
  switch (limit) {
    case "time":
      return `did not end within ${seconds} s`;
    case "memory":
      return "needed more memory than there is for it";
    case "output":
      return "gave more than 1 MB";
    case "crash":
    case "halted":
    case "unavailable":
      return null;
  }
}
