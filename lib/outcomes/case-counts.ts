import { outcomeCodes, type RunOutcomes } from "./run-outcomes.ts";

/** A column of verdict codes of a run: that of the attempts, or that of one grader. Null when the run does not have the grader. */
export function verdictColumn(outcomes: RunOutcomes, graderVersionId: string | null): Uint8Array | null {
  if (graderVersionId === null) return outcomes.verdicts;
  const grader = outcomes.graders.find((one) => one.graderVersionId === graderVersionId);
  return grader === undefined ? null : grader.verdicts;
}

/** For each case of a run: how many of its attempts passed, and how many have a verdict. */
export type CaseCounts = { passed: Int32Array; scored: Int32Array };

const counted = new WeakMap<Uint8Array, CaseCounts>();

/**
 * Counts by case over its repetitions. `verdicts` has `repetitions` codes for each case. Counted once for a column: a page asks for
 * every slice of it.
 */
export function caseCounts(verdicts: Uint8Array, repetitions: number): CaseCounts {
  const known = counted.get(verdicts);
  if (known !== undefined) return known;
  const counts = countCases(verdicts, repetitions);
  counted.set(verdicts, counts);
  return counts;
}

function countCases(verdicts: Uint8Array, repetitions: number): CaseCounts {
  const cases = verdicts.length / repetitions;
  const passed = new Int32Array(cases);
  const scored = new Int32Array(cases);
  for (let place = 0, at = 0; place < cases; place += 1) {
    let passes = 0;
    let judged = 0;
    for (let end = at + repetitions; at < end; at += 1) {
      const code = verdicts[at];
      if (code === outcomeCodes.passed) {
        passes += 1;
        judged += 1;
      } else if (code === outcomeCodes.failed) judged += 1;
    }
    passed[place] = passes;
    scored[place] = judged;
  }
  return { passed, scored };
}
