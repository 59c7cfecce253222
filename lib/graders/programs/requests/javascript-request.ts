import type { JsonValue } from "../../grader-kind.ts";

/** For the program `javascript`. `timeLimitMs` is of computing; the program stops itself there. */
export type JavascriptRequest =
  | { task: "grade"; code: string; input: JsonValue; timeLimitMs: number; memoryLimitMb: number }
  | { task: "test"; code: string; tests: string; timeLimitMs: number; memoryLimitMb: number };

export type ScriptFailure = {
  /** `time` and `memory`: a limit was met. `never`: it waits for something that never comes. */
  type: "exception" | "syntax" | "time" | "memory" | "never";
  message: string;
  /** From 1, where it is known. */
  line: number | null;
};

type Printed = { console: string[] };

export type GradeOutcome = Printed &
  ({ type: "returned"; returned: Returned } | { type: "failed"; failure: ScriptFailure });

/** What the code returned, as far as a grade can be read from it. */
export type Returned =
  | { type: "number"; text: string }
  | { type: "boolean"; value: boolean }
  /** Absent parts are null. `score` is the text of a number. */
  | {
      type: "object";
      score: string | null;
      pass: boolean | null;
      reason: string | null;
      wrong: string | null;
    }
  | { type: "other"; what: string };

/** `failed`: before the first test, the answer's code or the tests themselves could not be run. */
export type TestOutcome = Printed &
  (
    | { type: "ran"; results: TestResult[] }
    | { type: "failed"; part: "answer" | "tests"; failure: ScriptFailure }
  );
export type TestResult = { name: string; passed: boolean; message: string | null };
