import { fisherExact } from "#lib/stats/rates/fisher-exact.ts";
import type { Rate } from "../scorecard.ts";

type Counted = Pick<Rate, "successes" | "total" | "estimate" | "effectiveTotal">;

/**
 * A slice against the rest of the run by Fisher's exact test, two-sided. Where attempts depend on one another, both sides are taken at
 * the number of attempts that tell as much (Rao & Scott 1992, Biometrics 48:577): the slice at its own, the rest at the design effect
 * of the run. Null where there is no slice or no rest.
 */
export function compareWithRest(
  slice: Counted | null,
  whole: Counted | null,
): { rest: number; pValue: number } | null {
  if (slice === null || whole === null || slice.total === 0 || slice.total >= whole.total) return null;
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
