import { placesOf } from "#lib/outcomes/case-places.ts";
import { casesForDifference } from "#lib/outcomes/cases-needed.ts";
import type { RunOutcomes } from "#lib/outcomes/run-outcomes.ts";
import { chooseMethod } from "#lib/stats/method/choose-method.ts";
import { METHOD_NAMES } from "#lib/stats/method/method-names.ts";
import { holm } from "#lib/stats/multiplicity/holm.ts";
import { pairedMean } from "#lib/stats/paired/paired-mean.ts";
import { pairedRatio } from "#lib/stats/paired/paired-ratio.ts";
import { falseAlarms } from "../forest/claim.ts";
import type { Side } from "../load-compared.ts";
import type { MeasuredQuantity } from "./distribution.ts";

/** What may be said of a quantity of which less is better, after the correction for all that are shown with it. */
export type QuantityClaim =
  | { kind: "less" | "more" }
  /** Every case has the same in both. */
  | { kind: "same" }
  /** `casesNeeded`: about how many more would show the difference if it stays; null where no number would. */
  | { kind: "cannot tell"; casesNeeded: number | null; isOnlyAlone: boolean }
  | { kind: "withheld" };

/** A quantity of a run against the baseline on the cases where it is known in both. */
export type QuantityDifference = {
  runId: string;
  n: number;
  /** Cases planned in both runs that are left out: asked differently, or unknown in one of them. */
  leftOut: number;
  /** Latency: ratio of geometric means, candidate over baseline. Cost: candidate minus baseline, micro-dollars an answer. */
  value: number;
  lower: number;
  upper: number;
  /** Means of the baseline over those cases: geometric for latency, plain for cost. */
  baselineMean: number;
  pValue: number;
  /** Holm's correction over the family. */
  adjustedP: number;
  claim: QuantityClaim;
  method: string;
};

export type QuantityDifferences = {
  latency: QuantityDifference[];
  cost: QuantityDifference[];
  /** Differences of latency and cost that were tested together. */
  family: number;
};

type Tested = Omit<QuantityDifference, "adjustedP" | "claim"> & {
  spread: { n: number; units: number; difference: number; variance: number };
};

/** Latency and cost of every run against the baseline, case by case; a run that cannot be paired has no row. */
export function quantityDifferences(
  baseline: Side,
  candidates: readonly { side: Side; isWithheld: boolean }[],
): QuantityDifferences {
  const tests = (["latencyMs", "costMicroUsd"] as const).flatMap((quantity) =>
    candidates.flatMap(({ side, isWithheld }) => {
      const tested = compare(quantity, baseline, side);
      return tested === null ? [] : [{ quantity, tested, isWithheld }];
    }),
  );
  const adjusted = holm(tests.map(({ tested }) => tested.pValue));
  const rows = tests.map(({ quantity, tested: { spread, ...row }, isWithheld }, index) => {
    const adjustedP = adjusted[index] ?? 1;
    const none = quantity === "latencyMs" ? 1 : 0;
    const claim = claimOf({ ...row, none, adjustedP, isWithheld, spread });
    return { quantity, row: { ...row, adjustedP, claim } };
  });
  const of = (wanted: MeasuredQuantity) =>
    rows.filter(({ quantity }) => quantity === wanted).map(({ row }) => row);
  return { latency: of("latencyMs"), cost: of("costMicroUsd"), family: tests.length };
}

type ClaimFacts = Pick<Tested, "lower" | "upper" | "spread"> & {
  none: number;
  adjustedP: number;
  isWithheld: boolean;
};

function claimOf({ lower, upper, none, adjustedP, isWithheld, spread }: ClaimFacts): QuantityClaim {
  if (isWithheld) return { kind: "withheld" };
  if (spread.difference === 0 && spread.variance === 0) return { kind: "same" };
  const isApart = lower > none || upper < none;
  if (isApart && adjustedP <= falseAlarms) return { kind: upper < none ? "less" : "more" };
  return {
    kind: "cannot tell",
    casesNeeded: isApart ? null : casesForDifference(spread),
    isOnlyAlone: isApart,
  };
}

function compare(quantity: MeasuredQuantity, baseline: Side, side: Side): Tested | null {
  const pairs = pairsOf(quantity, baseline, side);
  const { first, second, clusters, leftOut } = pairs;
  const differences = second.map((value, at) => value - (first[at] ?? 0));
  const isRatio = quantity === "latencyMs";
  const answer = isRatio ? ratioAnswer(differences, clusters) : meanAnswer(differences, clusters);
  if (answer === null) return null;
  const baselineMean = first.reduce((sum, value) => sum + value, 0) / first.length;
  return {
    ...answer,
    runId: side.run.id,
    leftOut,
    baselineMean: isRatio ? Math.exp(baselineMean) : baselineMean,
    method: methodOf(
      pairs,
      answer,
      isRatio,
      Math.max(baseline.outcomes.repetitions, side.outcomes.repetitions),
    ),
  };
}

function ratioAnswer(logRatios: Float64Array, clusters: Int32Array) {
  const found = pairedRatio(logRatios, clusters);
  if (found === null) return null;
  const { n, units, ratio, lower, upper, pValue, logDifference, logVariance } = found;
  const spread = { n, units, difference: logDifference, variance: logVariance };
  return { n, value: ratio, lower, upper, pValue, spread };
}

function meanAnswer(differences: Float64Array, clusters: Int32Array) {
  const found = pairedMean(differences, clusters);
  if (found === null) return null;
  const { n, units, difference, lower, upper, pValue, variance } = found;
  return { n, value: difference, lower, upper, pValue, spread: { n, units, difference, variance } };
}

function methodOf(
  { first }: Pairs,
  { spread: { n, units } }: Pick<Tested, "spread">,
  isRatio: boolean,
  repetitions: number,
): string {
  const choice = chooseMethod({
    score: "graded",
    question: "compare",
    cases: first.length,
    repetitions,
    clusters: units < n ? units : null,
    labels: { kind: "none" },
    family: 1,
    skewed: false,
  });
  const name =
    choice.kind === "comparison" ? `${METHOD_NAMES[choice.test]}, ${METHOD_NAMES[choice.interval]}` : "";
  return isRatio ? `${name}, of logarithms` : name;
}

type Pairs = { first: Float64Array; second: Float64Array; clusters: Int32Array; leftOut: number };

/** The cases with a known value in both runs, each once: latencies as mean logarithms over the attempts, costs as means. */
function pairsOf(quantity: MeasuredQuantity, baseline: Side, { outcomes, version, changed }: Side): Pairs {
  const [before, after] = [byCase(quantity, baseline.outcomes), byCase(quantity, outcomes)];
  const places = placesOf(outcomes.caseNumbers, baseline.outcomes.caseNumbers);
  const inVersion = placesOf(outcomes.caseNumbers, version.caseNumbers);
  const first = new Float64Array(places.length);
  const second = new Float64Array(places.length);
  const clusters = new Int32Array(places.length);
  let n = 0;
  let leftOut = 0;
  for (const [at, place] of places.entries()) {
    if (place < 0) continue;
    const [one, other] = [before[place] ?? Number.NaN, after[at] ?? Number.NaN];
    if (!Number.isFinite(one + other) || changed.has(outcomes.caseNumbers[at] ?? -1)) {
      leftOut += 1;
      continue;
    }
    first[n] = one;
    second[n] = other;
    clusters[n] = version.clusters[inVersion[at] ?? -1] ?? -1;
    n += 1;
  }
  return {
    first: first.subarray(0, n),
    second: second.subarray(0, n),
    clusters: clusters.subarray(0, n),
    leftOut,
  };
}

const means: Record<MeasuredQuantity, WeakMap<Float64Array, Float64Array>> = {
  latencyMs: new WeakMap(),
  costMicroUsd: new WeakMap(),
};

/** Of a column, once; NaN for a case of which no attempt has a value. */
function byCase(quantity: MeasuredQuantity, outcomes: RunOutcomes): Float64Array {
  const column = outcomes[quantity];
  const known = means[quantity].get(column);
  if (known !== undefined) return known;
  const { repetitions } = outcomes;
  const made = new Float64Array(column.length / repetitions);
  for (let place = 0, at = 0; place < made.length; place += 1) {
    let sum = 0;
    let count = 0;
    for (let end = at + repetitions; at < end; at += 1) {
      const value = column[at] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += quantity === "latencyMs" ? Math.log(value) : value;
      count += 1;
    }
    made[place] = sum / count;
  }
  means[quantity].set(column, made);
  return made;
}
