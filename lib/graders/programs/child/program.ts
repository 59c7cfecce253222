import type { JsonValue } from "../../grader-kind.ts";

export type ProgramAnswer = {
  output: JsonValue;
  /** The process is in doubt and may not serve another request. */
  spent: boolean;
};

/** Says what the program is doing, so that whoever stops it can tell what never ended. */
export type TellPhase = (phase: string) => void;

/** One program of the child process. What it throws ends the process. */
export type Program = (input: JsonValue, tell: TellPhase) => Promise<ProgramAnswer>;
