import { moverDifference } from "#lib/stats/intervals/mover-difference.ts";
import type { CostFigure, Earning, Earnings, Figure, PairFigure, Stakes } from "../board/board-schema.ts";

export type Earner = {
  runId: string;
  passRate: Figure | null;
  /** Micro-dollars per 1,000 requests. */
  costPer1000: CostFigure | null;
};

/** Cost per 1,000 requests of the first minus the second on the same cases, and how it goes with the difference in quality. */
export type PairedCost = { difference: number; lower: number; upper: number; correlation: number };

/** First minus second on the same cases: pass rates, or null where they share none; costs, or null where one of them is only stated. */
export type Pairs = {
  quality: (first: string, second: string) => PairFigure | null;
  cost: (first: string, second: string) => PairedCost | null;
};

type Known = { runId: string; passRate: Figure; costPer1000: CostFigure };

/**
 * What each model earns in a month: requests times (rate · value of a right answer - (1 - rate) · cost of a wrong one - cost of a
 * request), in micro-dollars. The lead of the most earning model over another has the doubt of both paired differences in its interval,
 * that of the pass rates and that of the costs, with their correlation over the cases (MOVER). Null where no model has both.
 */
export function earningsOf(earners: readonly Earner[], stakes: Stakes, pairs: Pairs): Earnings | null {
  const known = earners.flatMap(knownOf);
  const leftOut = earners.filter(({ runId }) => known.every((one) => one.runId !== runId));
  const [best] = [...known].sort((a, b) => monthly(b, stakes) - monthly(a, stakes));
  if (best === undefined) return null;
  const rows = known
    .map((one) => earningOf(one, best, stakes, one === best ? null : pairs))
    .sort((a, b) => b.monthlyMicroUsd - a.monthlyMicroUsd);
  return { stakes, bestRunId: best.runId, rows, leftOut: leftOut.map(({ runId }) => runId) };
}

function knownOf({ runId, passRate, costPer1000 }: Earner): Known[] {
  if (passRate === null || costPer1000 === null || costPer1000.unknown > 0) return [];
  return [{ runId, passRate, costPer1000 }];
}

function monthly({ passRate, costPer1000 }: Known, stakes: Stakes): number {
  return (
    stakes.requestsPerMonth *
    (perRequest(passRate.value, stakes) - stakes.costOfWrongMicroUsd - costPer1000.value / 1000)
  );
}

/** What a pass rate is worth per request, before costs. */
function perRequest(rate: number, { valueOfRightMicroUsd, costOfWrongMicroUsd }: Stakes): number {
  return rate * (valueOfRightMicroUsd + costOfWrongMicroUsd);
}

/** `pairs` is null for the most earning model, which is behind none. */
function earningOf(one: Known, best: Known, stakes: Stakes, pairs: Pairs | null): Earning {
  const breakEvenRate = breakEven(one, stakes);
  const quality = pairs?.quality(best.runId, one.runId) ?? null;
  const cost = pairs?.cost(best.runId, one.runId) ?? null;
  const behind = quality === null ? null : leadOver({ quality, cost }, best, one, stakes);
  return {
    runId: one.runId,
    monthlyMicroUsd: monthly(one, stakes),
    breakEvenRate,
    breaksEven: breaksEven(one.passRate, breakEvenRate),
    behind,
    flipsAtMicroUsd:
      behind === null
        ? null
        : Math.max(0, best.costPer1000.value + (1000 * behind.value) / stakes.requestsPerMonth),
  };
}

/** The pass rate at which value, damage and cost cancel; null where not even a model that is always right earns anything. */
function breakEven(
  { costPer1000 }: Known,
  { valueOfRightMicroUsd, costOfWrongMicroUsd }: Stakes,
): number | null {
  const swing = valueOfRightMicroUsd + costOfWrongMicroUsd;
  const loss = costOfWrongMicroUsd + costPer1000.value / 1000;
  return loss > swing || swing === 0 ? null : loss / swing;
}

function breaksEven({ lower, upper }: Figure, rate: number | null): Earning["breaksEven"] {
  if (rate === null || upper < rate) return "proven not to";
  return lower >= rate ? "proven" : "not proven";
}

type Paired = { quality: PairFigure; cost: PairedCost | null };

/** What right answers are worth more minus what requests cost more; a cost that is only stated has no doubt of its own. */
function leadOver({ quality, cost }: Paired, best: Known, other: Known, stakes: Stakes): Earning["behind"] {
  const dearer = (best.costPer1000.value - other.costPer1000.value) / 1000;
  const worth = (difference: number) => stakes.requestsPerMonth * perRequest(difference, stakes);
  // The paired costs are of the shared cases alone; their doubt is put around the difference of the means that are shown.
  const spent = (limit: number) =>
    stakes.requestsPerMonth * (dearer + (cost === null ? 0 : (limit - cost.difference) / 1000));
  const { estimate, lower, upper } = moverDifference({
    first: { estimate: worth(quality.difference), lower: worth(quality.lower), upper: worth(quality.upper) },
    second: {
      estimate: stakes.requestsPerMonth * dearer,
      lower: spent(cost?.lower ?? 0),
      upper: spent(cost?.upper ?? 0),
    },
    correlation: cost?.correlation ?? 0,
  });
  return {
    value: estimate,
    lower,
    upper,
    method:
      cost === null ? quality.method : `${quality.method}, with the paired t interval of the costs (MOVER)`,
    costMargin: cost === null ? null : (stakes.requestsPerMonth * (cost.upper - cost.lower)) / 2000,
  };
}
