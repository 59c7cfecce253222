import { outcomeCodes, type RunOutcomes } from "#lib/outcomes/run-outcomes.ts";

/** What the notes on comparability need to know of one run. */
export type RunFacts = {
  attempts: { planned: number; errored: number; unscored: number; missing: number; truncated: number };
  /** Whether every verdict of the run is that of this grader. */
  follows: (graderVersionId: string) => boolean;
};

export function runFacts(outcomes: RunOutcomes): RunFacts {
  const { verdicts, truncated } = outcomes;
  const counts = new Int32Array(5);
  for (let attempt = 0; attempt < verdicts.length; attempt += 1) {
    const code = verdicts[attempt] ?? outcomeCodes.missing;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return {
    attempts: {
      planned: verdicts.length,
      errored: counts[outcomeCodes.errored] ?? 0,
      unscored: counts[outcomeCodes.unscored] ?? 0,
      missing: counts[outcomeCodes.missing] ?? 0,
      truncated: truncated.reduce((sum, cut) => sum + cut, 0),
    },
    follows: (graderVersionId) => followsGrader(outcomes, graderVersionId),
  };
}

function followsGrader({ graders, verdicts }: RunOutcomes, graderVersionId: string): boolean {
  const grader = graders.find((one) => one.graderVersionId === graderVersionId);
  if (grader === undefined) return false;
  return verdicts.every(
    (code, attempt) =>
      (code !== outcomeCodes.passed && code !== outcomeCodes.failed) || grader.verdicts[attempt] === code,
  );
}
