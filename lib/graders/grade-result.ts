import type { GradeResult, JsonValue } from "./grader-kind.ts";

export function scored(score: number, reason: string, detail?: JsonValue): GradeResult {
  return detail === undefined
    ? { status: "scored", score, reason }
    : { status: "scored", score, reason, detail };
}

export function unscored(reason: string): GradeResult {
  return { status: "unscored", reason };
}

export const noExpectedValue = unscored("This case has no expected value to compare the answer with.");
