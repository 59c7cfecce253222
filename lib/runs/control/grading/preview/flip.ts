import type { Graded } from "#lib/graders/open-grader.ts";

export type GradeVerdict = "passed" | "failed" | "unscored";

/** How grades of one grader change; `same` are those that keep their verdict. */
export type FlipCounts = {
  same: number;
  passedToFailed: number;
  failedToPassed: number;
  toUnscored: number;
  fromUnscored: number;
};

export type FlipKind = Exclude<keyof FlipCounts, "same">;

/** A grade whose verdict changes. */
export type Flip = {
  key: string;
  caseId: string;
  repetition: number;
  graderId: string;
  kind: FlipKind;
  before: GradeVerdict;
  after: GradeVerdict;
  /** The new reason. */
  reason: string;
};

export const noFlips: FlipCounts = {
  same: 0,
  passedToFailed: 0,
  failedToPassed: 0,
  toUnscored: 0,
  fromUnscored: 0,
};

export function addCounts(first: FlipCounts, second: FlipCounts): FlipCounts {
  return {
    same: first.same + second.same,
    passedToFailed: first.passedToFailed + second.passedToFailed,
    failedToPassed: first.failedToPassed + second.failedToPassed,
    toUnscored: first.toUnscored + second.toUnscored,
    fromUnscored: first.fromUnscored + second.fromUnscored,
  };
}

/** Grades whose verdict changes. */
export function changedCount({ same: _same, ...changes }: FlipCounts): number {
  return Object.values(changes).reduce((sum, count) => sum + count, 0);
}

export function flipKind(before: GradeVerdict, after: GradeVerdict): keyof FlipCounts {
  if (before === after) return "same";
  if (after === "unscored") return "toUnscored";
  if (before === "unscored") return "fromUnscored";
  return after === "failed" ? "passedToFailed" : "failedToPassed";
}

export function gradeVerdict(grade: Pick<Graded, "status"> & { passed?: boolean | null }): GradeVerdict {
  if (grade.status === "unscored") return "unscored";
  return grade.passed === true ? "passed" : "failed";
}
