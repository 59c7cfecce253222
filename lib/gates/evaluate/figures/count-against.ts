import { numbersAt, placesOf } from "#lib/outcomes/case-places.ts";
import { outcomeCodes, type RunOutcomes } from "#lib/outcomes/run-outcomes.ts";
import type { RunEvidence } from "../evidence.ts";
import { counted, countOf } from "./words.ts";

const strictRuns = new WeakMap<Uint8Array, RunOutcomes>();

/** The same run with every attempt that has no verdict counted as failed. Made once for a run: each slice asks for it. */
export function countAgainst(outcomes: RunOutcomes): RunOutcomes {
  const known = strictRuns.get(outcomes.verdicts);
  if (known !== undefined) return known;
  const { passed, failed } = outcomeCodes;
  const verdicts = outcomes.verdicts.map((code) => (code === passed ? passed : failed));
  const strict = { ...outcomes, verdicts };
  strictRuns.set(outcomes.verdicts, strict);
  return strict;
}

/** Planned attempts without a verdict: of all cases, or of those at some places of the version. */
export function attemptsWithoutVerdict(
  { outcomes, version }: RunEvidence,
  members: Int32Array | null,
): number {
  const { repetitions, verdicts } = outcomes;
  if (members === null) return verdicts.reduce((sum, code) => sum + (isVerdict(code) ? 0 : 1), 0);
  let without = 0;
  for (const place of placesOf(numbersAt(version.caseNumbers, members), outcomes.caseNumbers)) {
    if (place < 0) continue;
    for (const code of verdicts.subarray(place * repetitions, (place + 1) * repetitions)) {
      if (!isVerdict(code)) without += 1;
    }
  }
  return without;
}

/** " 3 of 540 attempts have no verdict and count as not passed.", or "". */
export function againstSentence(without: number, attempts: number): string {
  if (without === 0) return "";
  const count = without === 1 ? "has no verdict and counts" : "have no verdict and count";
  return ` ${counted(without)} of ${countOf(attempts, "attempt")} ${count} as not passed.`;
}

export function isVerdict(code: number): boolean {
  return code === outcomeCodes.passed || code === outcomeCodes.failed;
}
