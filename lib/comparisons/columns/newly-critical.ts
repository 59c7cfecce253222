import type { RunOutcomes, VersionCases } from "#lib/outcomes/run-outcomes.ts";
import type { ComparedGrader } from "../compared-run.ts";
import { stateCodes } from "../rules/case-state.ts";
import { alignCodes } from "./align-columns.ts";
import { caseColumn } from "./case-column.ts";

/** Cases with this tag may not fail. */
export const criticalTag = "critical";

export type CriticalInput = {
  caseNumbers: Int32Array;
  baseline: RunOutcomes;
  candidate: RunOutcomes;
  /** Of the candidate. */
  graders: readonly ComparedGrader[];
  candidateVersion: VersionCases;
  changed: ReadonlySet<number>;
};

/**
 * 1 for every case that the baseline passed in all scored attempts and that now fails at least one, where the case has the tag
 * `critical` or the attempt fails a critical grader. By place in `caseNumbers`.
 */
export function newlyFailingCritical(input: CriticalInput): Uint8Array {
  const { caseNumbers, baseline, candidate, graders, candidateVersion, changed } = input;
  const found = new Uint8Array(caseNumbers.length);
  const tagged = taggedCases(candidateVersion);
  if (tagged.size > 0) {
    markNewFailures(input, null, found, (place) => tagged.has(caseNumbers[place] ?? -1));
  }
  for (const { graderVersionId, critical } of graders) {
    if (!critical) continue;
    markNewFailures({ ...input, baseline, candidate }, graderVersionId, found, () => true);
  }
  if (changed.size > 0) {
    for (const [place, caseNumber] of caseNumbers.entries()) if (changed.has(caseNumber)) found[place] = 0;
  }
  return found;
}

function markNewFailures(
  { caseNumbers, baseline, candidate }: CriticalInput,
  graderVersionId: string | null,
  found: Uint8Array,
  counts: (place: number) => boolean,
): void {
  const isShared = baseline.graders.some((grader) => grader.graderVersionId === graderVersionId);
  const before = statesOf(baseline, isShared ? graderVersionId : null, caseNumbers);
  const after = statesOf(candidate, graderVersionId, caseNumbers);
  for (let place = 0; place < found.length; place += 1) {
    const fails = after[place] === stateCodes.failed || after[place] === stateCodes.mixed;
    if (fails && before[place] === stateCodes.passed && counts(place)) found[place] = 1;
  }
}

function statesOf(run: RunOutcomes, graderVersionId: string | null, to: Int32Array): Uint8Array {
  const { states } = caseColumn(run, graderVersionId);
  return alignCodes(states, { from: run.caseNumbers, to, fill: stateCodes.absent });
}

function taggedCases({ slices, caseNumbers }: VersionCases): Set<number> {
  const slice = slices.find(({ dimension, value }) => dimension === "tag" && value === criticalTag);
  return new Set(Array.from(slice?.members ?? [], (member) => caseNumbers[member] ?? -1));
}
