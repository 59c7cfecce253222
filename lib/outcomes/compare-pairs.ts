import { studentTTwoSided } from "#lib/stats/distributions/student-t-two-sided.ts";
import { cr2Error } from "#lib/stats/error-bars/cr2-error.ts";
import { intervalAround } from "#lib/stats/error-bars/t-interval.ts";
import { chooseMethod } from "#lib/stats/method/choose-method.ts";
import type { MethodChoice } from "#lib/stats/method/method-choice.ts";
import { METHOD_NAMES } from "#lib/stats/method/method-names.ts";
import { mcnemar } from "#lib/stats/paired/mcnemar.ts";
import { signFlipTest } from "#lib/stats/paired/sign-flip.ts";
import { tangoInterval } from "#lib/stats/paired/tango.ts";
import { casesForDifference, casesForMargin, type DifferenceSpread } from "./cases-needed.ts";
import type { PairedCases } from "./pair-cases.ts";

export type NoWorse = {
  margin: number;
  /**
   * "no worse": the one-sided limit rules out a loss as large as the margin. "better" and "worse": the two-sided interval that is shown
   * excludes no change, and with "worse" the margin is not ruled out.
   */
  verdict: "better" | "no worse" | "worse" | "cannot tell";
  /** One-sided lower limit of the difference. */
  lower: number;
  /** About how many more cases would settle it if the difference stays what it is; null where none would. */
  casesNeeded: number | null;
};

export type PairedComparison = {
  /** Cases with a verdict or score in both runs. */
  n: number;
  baselineMean: number;
  candidateMean: number;
  /** Candidate minus baseline, with its two-sided interval at 1 - alpha, and the p-value of "no difference". */
  difference: number;
  lower: number;
  upper: number;
  /** Null where the error is 0 although the difference is not: all cases differ by the same amount. */
  pValue: number | null;
  /** Cases whose mean is lower, and higher, in the candidate. */
  regressed: number;
  fixed: number;
  method: string;
  why: string;
  noWorse: NoWorse | null;
  /** About how many more cases would show a difference of this size, where none is shown yet; null where no number would. */
  casesNeeded: number | null;
};

export type ComparisonOptions = {
  /** A loss that does not matter, as a fraction; fixed before looking. */
  margin?: number | null;
  alpha?: number;
  /** How many such comparisons are shown together: `why` and the caller's correction speak of it, the p-value is uncorrected. */
  family?: number;
};

/**
 * The difference between two runs on the same cases, by the method that `chooseMethod` names: McNemar mid-p with Tango's interval for
 * one verdict a case, else differences per case (t, clustered CR2, or exact signs with few units). Null where no method can answer.
 *
 * @throws RangeError unless 0 < margin < 1 and 0 < alpha < 1/2.
 */
export function comparePairs(
  pairs: PairedCases,
  { margin = null, alpha = 0.05, family = 1 }: ComparisonOptions = {},
): PairedComparison | null {
  const n = pairs.baseline.length;
  const spread = spreadOf(pairs);
  const choice = chooseMethod({
    score: pairs.measure === "verdict" ? "binary" : "graded",
    question: "compare",
    cases: n,
    repetitions: pairs.repetitions,
    clusters: spread.clustered ? spread.units : null,
    labels: { kind: "none" },
    family,
    skewed: false,
  });
  if (choice.kind !== "comparison") return null;
  const answer =
    choice.test === "mcnemar-mid-p" ? byVerdicts(spread, alpha) : byMeans(pairs, spread, choice, alpha);
  if (answer === null) return null;
  const { lower, upper, pValue } = answer;
  const proven = lower > 0 || upper < 0;
  return {
    n,
    baselineMean: spread.baselineSum / n,
    candidateMean: spread.candidateSum / n,
    difference: spread.difference,
    lower,
    upper,
    pValue,
    regressed: spread.regressed,
    fixed: spread.fixed,
    method: `${METHOD_NAMES[choice.test]}, ${METHOD_NAMES[choice.interval]}${answer.isWidened ? `, not narrower than the ${METHOD_NAMES.tango} of equal runs` : ""}`,
    why: choice.why,
    noWorse: margin === null ? null : noWorseThan(margin, answer, spread, alpha),
    casesNeeded: proven ? null : casesForDifference(spread, alpha),
  };
}

function noWorseThan(margin: number, answer: Answer, spread: DifferenceSpread, alpha: number): NoWorse {
  const { lower, upper, oneSidedLower } = answer;
  const verdict =
    lower > 0 ? "better" : oneSidedLower > -margin ? "no worse" : upper < 0 ? "worse" : "cannot tell";
  return {
    margin,
    verdict,
    lower: oneSidedLower,
    casesNeeded: verdict === "cannot tell" ? casesForMargin(spread, margin, alpha) : null,
  };
}

type Answer = {
  lower: number;
  upper: number;
  pValue: number | null;
  oneSidedLower: number;
  /** The differences per case hardly vary, and the interval is not made of them alone. */
  isWidened: boolean;
};

type Spread = DifferenceSpread & {
  baselineSum: number;
  candidateSum: number;
  regressed: number;
  fixed: number;
  clustered: boolean;
};

function byVerdicts({ n, regressed, fixed }: Spread, alpha: number): Answer {
  const counts = { onlyFirst: fixed, onlySecond: regressed };
  const { lower, upper } = tangoInterval({ ...counts, total: n, confidence: 1 - alpha });
  const oneSided = tangoInterval({ ...counts, total: n, confidence: 1 - 2 * alpha });
  return { lower, upper, pValue: mcnemar(counts).midP, oneSidedLower: oneSided.lower, isWidened: false };
}

type Comparison = Extract<MethodChoice, { kind: "comparison" }>;

function byMeans(pairs: PairedCases, spread: Spread, { test }: Comparison, alpha: number): Answer | null {
  const { n, difference } = spread;
  const units = unitSums(pairs, spread);
  const error = cr2Error(
    units.map(({ size, sum }) => ({ size, sum: sum - size * difference, clusters: 1 })),
    n,
  );
  if (error === null) return null;
  const { standardError, degreesOfFreedom } = error;
  const limits = (confidence: number) =>
    intervalAround(difference, standardError, degreesOfFreedom, confidence);
  const pValue =
    test === "sign-flip-exact"
      ? signFlipTest({ differences: units.map((unit) => unit.sum) }).pValue
      : standardError === 0
        ? difference === 0
          ? 1
          : null
        : studentTTwoSided(difference / standardError, degreesOfFreedom);
  return { pValue, ...notNarrower(limits(1 - alpha), limits(1 - 2 * alpha), spread, alpha) };
}

type Limits = { lower: number; upper: number };

/**
 * Means over repetitions that hardly differ have hardly any spread, and an interval made of it promises too much: none at all where
 * every case has the same mean. It is kept at least as wide around the difference as Tango's is for so many units that all agree.
 */
function notNarrower(twoSided: Limits, oneSided: Limits, { difference, units }: Spread, alpha: number) {
  const agreeing = { onlyFirst: 0, onlySecond: 0, total: units };
  const wide = tangoInterval({ ...agreeing, confidence: 1 - alpha }).upper;
  const oneSidedWide = tangoInterval({ ...agreeing, confidence: 1 - 2 * alpha }).upper;
  return {
    lower: Math.max(-1, Math.min(twoSided.lower, difference - wide)),
    upper: Math.min(1, Math.max(twoSided.upper, difference + wide)),
    oneSidedLower: Math.max(-1, Math.min(oneSided.lower, difference - oneSidedWide)),
    isWidened: twoSided.lower > difference - wide,
  };
}

/** Differences summed by what is independent. With every case on its own, CR2 is the plain standard error with n - 1 degrees of freedom. */
function unitSums({ baseline, candidate, clusters }: PairedCases, { clustered }: Spread) {
  const units: { size: number; sum: number }[] = [];
  const byCluster = new Map<number, { size: number; sum: number }>();
  for (let at = 0; at < baseline.length; at += 1) {
    const sum = (candidate[at] ?? 0) - (baseline[at] ?? 0);
    const cluster = clustered ? (clusters[at] ?? -1) : -1;
    const known = byCluster.get(cluster);
    if (cluster >= 0 && known !== undefined) {
      known.size += 1;
      known.sum += sum;
      continue;
    }
    const unit = { size: 1, sum };
    units.push(unit);
    if (cluster >= 0) byCluster.set(cluster, unit);
  }
  return units;
}

function spreadOf({ baseline, candidate, clusters }: PairedCases): Spread {
  const n = baseline.length;
  const seen = new Set<number>();
  let [baselineSum, candidateSum, squares, regressed, fixed, alone, joined] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < n; at += 1) {
    const before = baseline[at] ?? 0;
    const after = candidate[at] ?? 0;
    baselineSum += before;
    candidateSum += after;
    squares += (after - before) ** 2;
    if (after < before) regressed += 1;
    else if (after > before) fixed += 1;
    const cluster = clusters[at] ?? -1;
    if (cluster < 0) alone += 1;
    else if (seen.has(cluster)) joined += 1;
    else seen.add(cluster);
  }
  const difference = (candidateSum - baselineSum) / n;
  return {
    n,
    difference,
    variance: squares / n - difference ** 2,
    baselineSum,
    candidateSum,
    regressed,
    fixed,
    clustered: joined > 0,
    units: alone + seen.size,
  };
}
