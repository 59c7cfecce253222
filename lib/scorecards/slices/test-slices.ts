import { benjaminiHochberg } from "#lib/stats/multiplicity/benjamini-hochberg.ts";
import { fisherExact } from "#lib/stats/rates/fisher-exact.ts";
import type { Rate, Slice } from "../scorecard.ts";

/**
 * Each slice against the rest of the run by Fisher's exact test, adjusted by Benjamini-Hochberg over the slices that have a rest.
 * Where attempts depend on one another, both sides are taken at the number of attempts that tell as much (Rao & Scott 1992,
 * Biometrics 48:577): the slice at its own, the rest at the design effect of the run.
 */
export function testSlices(slices: readonly Slice[], whole: Rate | null): Slice[] {
  const tested = slices.map((slice) => (whole === null ? null : compare(slice.passRate, whole)));
  const pValues = tested.flatMap((test) => (test === null ? [] : [test.pValue]));
  const adjusted = benjaminiHochberg(pValues);
  let place = 0;
  return slices.map((slice, index) => {
    const test = tested[index] ?? null;
    if (test === null) return { ...slice, against: null };
    return { ...slice, against: { ...test, adjusted: adjusted[place++] ?? 1 } };
  });
}

function compare(slice: Rate | null, whole: Rate): { rest: number; pValue: number } | null {
  if (slice === null || slice.total === 0 || slice.total >= whole.total) return null;
  const total = whole.total - slice.total;
  const rest = (whole.successes - slice.successes) / total;
  const share = (whole.effectiveTotal ?? whole.total) / whole.total;
  const { twoSided } = fisherExact({
    first: wholeCounts(slice.estimate, slice.effectiveTotal ?? slice.total),
    second: wholeCounts(rest, total * share),
  });
  return { rest, pValue: twoSided };
}

/** Rounded down, so that no attempt is made up. */
function wholeCounts(estimate: number, effectiveTotal: number) {
  const total = Math.max(1, Math.floor(effectiveTotal + 1e-9));
  return { successes: Math.round(estimate * total), total };
}
