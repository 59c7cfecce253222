import { outcomeCodes, type RunOutcomes } from "#lib/outcomes/run-outcomes.ts";
import type { ComparedGrader } from "../compared-run.ts";
import { stateCodes } from "../rules/case-state.ts";
import { caseColumn } from "./case-column.ts";

/** How a case failed in one run: by the first counting grader that its first failed attempt did not pass. */
export type FailureMode = {
  /** `passed`, `mean` where no single grader failed it, `none` without a verdict, or the id of a grader. */
  key: string;
  label: string;
};

const fixedModes: readonly FailureMode[] = [
  { key: "passed", label: "passed" },
  { key: "none", label: "no verdict" },
  { key: "mean", label: "mean too low" },
];
const [passedCode, noneCode, meanCode] = [0, 1, 2] as const;

/** The modes that the runs can have between them; a mode's place is its code. */
export function failureModes(runs: readonly { graders: readonly ComparedGrader[] }[]): FailureMode[] {
  const names = new Map<string, string>();
  for (const { graders } of runs) {
    for (const { graderId, name, weight } of graders) if (weight > 0) names.set(graderId, name);
  }
  return [...fixedModes, ...[...names].map(([key, label]) => ({ key, label }))];
}

/** The code of every case's mode, by place in `outcomes.caseNumbers`. */
export function failureModeColumn(
  outcomes: RunOutcomes,
  graders: readonly ComparedGrader[],
  modes: readonly FailureMode[],
): Uint8Array {
  const { verdicts, repetitions, caseNumbers } = outcomes;
  const { states } = caseColumn(outcomes);
  const counting = graders
    .filter(({ weight }) => weight > 0)
    .flatMap(({ graderVersionId, graderId }) => {
      const column = outcomes.graders.find((one) => one.graderVersionId === graderVersionId);
      const code = modes.findIndex(({ key }) => key === graderId);
      return column === undefined || code < 0 ? [] : [{ verdicts: column.verdicts, code }];
    });
  const column = new Uint8Array(caseNumbers.length).fill(noneCode);
  for (let place = 0; place < column.length; place += 1) {
    const state = states[place];
    if (state === stateCodes.passed) column[place] = passedCode;
    if (state !== stateCodes.failed && state !== stateCodes.mixed) continue;
    let attempt = place * repetitions;
    while (verdicts[attempt] !== outcomeCodes.failed) attempt += 1;
    const failed = counting.find((grader) => grader.verdicts[attempt] === outcomeCodes.failed);
    column[place] = failed?.code ?? meanCode;
  }
  return column;
}
