import { estimateRate, type RateEstimate } from "#lib/outcomes/estimate-rate.ts";
import { regularisedBeta } from "#lib/stats/distributions/regularised-beta.ts";
import { METHOD_NAMES } from "#lib/stats/method/method-names.ts";
import type { Policy } from "../../policy/policy-schema.ts";
import type { RuleOutcome, RuleVerdict } from "../../policy/rule-outcome.ts";
import type { Evidence } from "../evidence.ts";
import { casesFromNothing, casesToSettle, effectiveTotal } from "../figures/cases-to-settle.ts";
import { againstSentence, attemptsWithoutVerdict, countAgainst } from "../figures/count-against.ts";
import { counted, countOf, moreCases, percent, percentInterval } from "../figures/words.ts";

type Floor = Policy["slices"][number];
type Slice = { floor: Floor; members: Int32Array | null; rate: RateEstimate | null };
/** Where a slice stands in Holm's order, and whether it and all before it are proven. */
type Step = { confidence: number; rate: RateEstimate | null; proven: boolean };

const alpha = 0.05;

/**
 * The floor of each slice. Holm's steps, as limits: the slice with the k-th smallest p-value of m is judged by limits at
 * 1 - 0.05 / (m - k + 1), and only while those before it are proven; once for "reaches its floor", once for "stays below it".
 *
 * Source: Holm 1979, Scandinavian Journal of Statistics 6:65.
 */
export function sliceRules(floors: readonly Floor[], evidence: Evidence): RuleOutcome[] {
  const slices = floors.map((floor): Slice => {
    const found = evidence.version.slices.find(
      ({ dimension, value }) => dimension === floor.dimension && value === floor.value,
    );
    const members = found?.members ?? null;
    return { floor, members, rate: rateOf(evidence, members, 1 - alpha) };
  });
  const reached = holmSteps(
    evidence,
    slices,
    ({ rate, floor }) => pAbove(rate, floor.passRate),
    (rate, floor) => rate.lower >= floor.passRate,
  );
  const missed = holmSteps(
    evidence,
    slices,
    ({ rate, floor }) => pBelow(rate, floor.passRate),
    (rate, floor) => rate.upper < floor.passRate,
  );
  return slices.map((slice, at) => ruleOf(evidence, slice, floors.length, reached[at], missed[at]));
}

function rateOf(evidence: Evidence, members: Int32Array | null, confidence: number): RateEstimate | null {
  if (members === null) return null;
  const { outcomes, version } = evidence;
  return estimateRate({ outcomes: countAgainst(outcomes), version, members, purpose: "floor", confidence });
}

function holmSteps(
  evidence: Evidence,
  slices: readonly Slice[],
  pValueOf: (slice: Slice) => number,
  isProven: (rate: RateEstimate, floor: Floor) => boolean,
): Step[] {
  const pValues = slices.map(pValueOf);
  const order = slices.map((_, at) => at).sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
  const steps = new Array<Step>(slices.length);
  let proven = true;
  order.forEach((at, rank) => {
    const slice = slices[at];
    if (slice === undefined) return;
    const confidence = 1 - alpha / (slices.length - rank);
    const rate = rateOf(evidence, slice.members, confidence);
    proven = proven && rate !== null && isProven(rate, slice.floor);
    steps[at] = { confidence, rate, proven };
  });
  return steps;
}

/** One-sided p-values of "the rate is at most the floor" and "it is at least the floor": binomial tails at the effective size. */
function pAbove(rate: RateEstimate | null, floor: number): number {
  if (rate === null || rate.passes === 0) return 1;
  const total = effectiveTotal(rate);
  const passes = rate.estimate * total;
  return regularisedBeta(passes, total - passes + 1, floor);
}

function pBelow(rate: RateEstimate | null, floor: number): number {
  if (rate === null || rate.passes === rate.attempts) return 1;
  const total = effectiveTotal(rate);
  const passes = rate.estimate * total;
  return regularisedBeta(total - passes, passes + 1, 1 - floor);
}

function ruleOf(
  evidence: Evidence,
  { floor, members, rate }: Slice,
  family: number,
  reached: Step | undefined,
  missed: Step | undefined,
): RuleOutcome {
  const { dimension, value, passRate: bar } = floor;
  const name =
    dimension === "tag" || dimension === "split" ? `${dimension} ${value}` : `${dimension} = ${value}`;
  const common = { rule: "slice", slice: { dimension, value }, bar, unit: "fraction" } as const;
  const above = reached?.rate ?? null;
  const below = missed?.rate ?? null;
  if (rate === null || above === null || below === null) {
    return {
      ...common,
      verdict: "not enough evidence",
      sentence: `No case of this run is in the slice ${name}. Add cases to it, or take its floor out of the policy.`,
      value: null,
      lower: null,
      upper: null,
      n: 0,
      method: null,
      casesNeeded: casesFromNothing(bar, 1 - alpha / family),
    };
  }
  const verdict: RuleVerdict = reached?.proven ? "pass" : missed?.proven ? "fail" : "not enough evidence";
  const confidence = Math.max(reached?.confidence ?? 0, missed?.confidence ?? 0);
  const open = verdict === "not enough evidence";
  const casesNeeded = open ? casesToSettle(rate, bar, confidence) : null;
  const figure = `Slice ${name}: ${percent(rate.estimate)} ${percentInterval(above.lower, below.upper, bar)} on ${countOf(rate.cases, "case")}`;
  const corrected = family === 1 ? "" : ` after correction for ${counted(family)} slices`;
  const against = againstSentence(attemptsWithoutVerdict(evidence, members), rate.attempts);
  return {
    ...common,
    verdict,
    sentence: `${figure}; ${judgement(verdict, percent(bar))}${corrected}.${moreCases(casesNeeded, "if its rate stays as it is", " of this slice")}${against}`,
    value: rate.estimate,
    lower: above.lower,
    upper: below.upper,
    n: rate.cases,
    method:
      family === 1 ? rate.method : `${rate.method}, ${METHOD_NAMES.holm} over ${counted(family)} slices`,
    casesNeeded,
  };
}

function judgement(verdict: RuleVerdict, bar: string): string {
  switch (verdict) {
    case "pass":
      return `it reaches its floor of ${bar}`;
    case "fail":
      return `it stays below its floor of ${bar}`;
    case "not enough evidence":
      return `it is open whether it reaches its floor of ${bar}`;
  }
}
