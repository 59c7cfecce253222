import { type BucketCounts, buckets, noBucket } from "../rules/bucket.ts";
import { stateCodes } from "../rules/case-state.ts";
import type { AlignedCases } from "./align-columns.ts";

export type BucketColumn = { codes: Uint8Array; counts: BucketCounts };

const codeOf = Object.fromEntries(buckets.map((bucket, code) => [bucket, code])) as Record<
  keyof BucketCounts,
  number
>;

/** Which bucket each case is in, from run `baseline` to run `candidate` (places in `aligned.runs`). */
export function bucketColumn(
  aligned: AlignedCases,
  { baseline, candidate, changed }: { baseline: number; candidate: number; changed: ReadonlySet<number> },
): BucketColumn {
  const one = aligned.runs[baseline];
  const other = aligned.runs[candidate];
  const codes = new Uint8Array(aligned.caseNumbers.length).fill(noBucket);
  const counts: BucketCounts = {
    regressed: 0,
    fixed: 0,
    same: 0,
    changed: 0,
    errored: 0,
    unscored: 0,
    missing: 0,
    unpaired: 0,
  };
  if (one === undefined || other === undefined) return { codes, counts };
  for (let place = 0; place < codes.length; place += 1) {
    const before = one.states[place] ?? stateCodes.absent;
    const after = other.states[place] ?? stateCodes.absent;
    if (before === stateCodes.absent && after === stateCodes.absent) continue;
    const isChanged = changed.size > 0 && changed.has(aligned.caseNumbers[place] ?? -1);
    const bucket =
      withoutPair(before, after, isChanged) ?? direction(one.rates[place] ?? 0, other.rates[place] ?? 0);
    codes[place] = codeOf[bucket];
    counts[bucket] += 1;
  }
  return { codes, counts };
}

/** Why two states are no pair, the first reason that holds; null where both have a verdict on the same question. */
function withoutPair(before: number, after: number, isChanged: boolean): keyof BucketCounts | null {
  if (before === stateCodes.absent || after === stateCodes.absent) return "unpaired";
  if (isChanged) return "changed";
  if (before === stateCodes.errored || after === stateCodes.errored) return "errored";
  if (before === stateCodes.missing || after === stateCodes.missing) return "missing";
  if (before === stateCodes.unscored || after === stateCodes.unscored) return "unscored";
  return null;
}

function direction(before: number, after: number): "regressed" | "fixed" | "same" {
  if (after < before) return "regressed";
  return after > before ? "fixed" : "same";
}

const countedWithLosses = new Set(
  (["regressed", "fixed", "same", "errored", "unscored", "missing"] as const).map((bucket) => codeOf[bucket]),
);

/** The mean difference over all cases that both runs plan, where a case without a verdict in a run counts as failed there. */
export function differenceWithLosses(
  aligned: AlignedCases,
  { codes }: BucketColumn,
  { baseline, candidate }: { baseline: number; candidate: number },
): number | null {
  const [before, after] = [aligned.runs[baseline]?.rates, aligned.runs[candidate]?.rates];
  let sum = 0;
  let cases = 0;
  for (let place = 0; place < codes.length; place += 1) {
    if (!countedWithLosses.has(codes[place] ?? noBucket)) continue;
    sum += (after?.[place] || 0) - (before?.[place] || 0);
    cases += 1;
  }
  return cases === 0 ? null : sum / cases;
}
