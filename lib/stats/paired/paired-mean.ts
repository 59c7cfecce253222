import { studentTTwoSided } from "../distributions/student-t-two-sided.ts";
import { cr2Error } from "../error-bars/cr2-error.ts";
import { intervalAround } from "../error-bars/t-interval.ts";
import { requireFinite } from "../guards/require-finite.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { signFlipTest } from "./sign-flip.ts";

export type PairedMean = {
  /** Cases, and what of them is independent. */
  n: number;
  units: number;
  /** Mean of the differences per case, with its two-sided interval. */
  difference: number;
  lower: number;
  upper: number;
  /** Two-sided. By exact signs with fewer than 20 units, by signs as well where all differ by the same amount, else by t. */
  pValue: number;
  /** Of the differences per case. */
  variance: number;
};

/** Up to this many units every pattern of signs can be tried. */
const fewUnits = 20;

/**
 * Mean of differences per case, second run minus first, where cases with the same cluster (a number from 0) depend on one another and
 * those with -1 are on their own: CR2 error with Satterthwaite degrees of freedom, which without clusters is the paired t interval.
 * Null with fewer than two independent units.
 *
 * Source: Miller 2024, arXiv 2411.00640, equations 7 and 8; Bell & McCaffrey 2002, Survey Methodology 28:169.
 * @throws RangeError when a difference is not finite, or confidence is not within 0..1.
 */
export function pairedMean(
  differences: readonly number[] | Float64Array,
  clusters: Int32Array | null = null,
  confidence = 0.95,
): PairedMean | null {
  requireOpenUnit(confidence, "confidence");
  requireFinite(differences, "differences");
  const n = differences.length;
  if (n === 0) return null;
  let sum = 0;
  let squares = 0;
  for (const difference of differences) sum += difference;
  const difference = sum / n;
  for (const one of differences) squares += (one - difference) ** 2;
  // Cases on their own come by the hundred thousand: they are not made into units of one.
  const sums = clusters?.some((cluster) => cluster >= 0) ? unitSums(differences, clusters) : null;
  const units = sums?.length ?? n;
  const error =
    sums === null
      ? plainError(squares, n)
      : cr2Error(
          sums.map((unit) => ({ size: unit.size, sum: unit.sum - unit.size * difference, clusters: 1 })),
          n,
        );
  if (error === null) return null;
  const { standardError, degreesOfFreedom } = error;
  const { lower, upper } = intervalAround(difference, standardError, degreesOfFreedom, confidence);
  const bySigns = () =>
    signFlipTest({ differences: sums?.map((unit) => unit.sum) ?? Array.from(differences) });
  return {
    n,
    units,
    difference,
    lower,
    upper,
    pValue:
      units < fewUnits
        ? bySigns().pValue
        : standardError === 0
          ? allAlike(difference, units)
          : studentTTwoSided(difference / standardError, degreesOfFreedom),
    variance: squares / n,
  };
}

/** Of signs that all agree: two of the 2^units patterns are as far from 0. */
function allAlike(difference: number, units: number): number {
  return difference === 0 ? 1 : 2 ** (1 - units);
}

function plainError(squares: number, n: number) {
  return n < 2 ? null : { standardError: Math.sqrt(squares / (n - 1) / n), degreesOfFreedom: n - 1 };
}

function unitSums(differences: readonly number[] | Float64Array, clusters: Int32Array) {
  const units: { size: number; sum: number }[] = [];
  const byCluster = new Map<number, { size: number; sum: number }>();
  for (const [place, difference] of differences.entries()) {
    const cluster = clusters[place] ?? -1;
    const known = cluster < 0 ? undefined : byCluster.get(cluster);
    if (known !== undefined) {
      known.size += 1;
      known.sum += difference;
      continue;
    }
    const unit = { size: 1, sum: difference };
    units.push(unit);
    if (cluster >= 0) byCluster.set(cluster, unit);
  }
  return units;
}
