import { outcomeCodes } from "#lib/outcomes/run-outcomes.ts";

/** What came of a case in one run over all of its repetitions, by code. The first five codes are those of a single attempt. */
export const caseStates = ["missing", "passed", "failed", "unscored", "errored", "mixed", "absent"] as const;
export type CaseState = (typeof caseStates)[number];

export const stateCodes = { ...outcomeCodes, mixed: 5, absent: 6 } as const;

export const caseStateLabels: Record<CaseState, string> = {
  passed: "passed",
  mixed: "passed at times",
  failed: "failed",
  errored: "errored",
  unscored: "unscored",
  missing: "missing",
  absent: "not planned",
};

export const caseStateExplanations: Record<CaseState, string> = {
  passed: "Every scored attempt passed",
  mixed: "Some of its attempts passed and some failed",
  failed: "Every scored attempt failed",
  errored: "No attempt was scored, and at least one ended in an error",
  unscored: "Answered, and the graders could not judge it",
  missing: "Planned, and not attempted or not graded yet",
  absent: "The run does not plan this case: another split or dataset version",
};

/** In the order in which pages list them: with a verdict first. */
export const statesInOrder = [
  "passed",
  "mixed",
  "failed",
  "errored",
  "unscored",
  "missing",
  "absent",
] as const;

export function stateOf(code: number | undefined): CaseState {
  return caseStates[code ?? stateCodes.absent] ?? "absent";
}
