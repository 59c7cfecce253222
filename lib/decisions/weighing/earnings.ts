import type { CostFigure, Earning, Earnings, Figure, PairFigure, Stakes } from "../board/board-schema.ts";

export type Earner = {
  runId: string;
  passRate: Figure | null;
  /** Micro-dollars per 1,000 requests. */
  costPer1000: CostFigure | null;
};

type Known = { runId: string; passRate: Figure; costPer1000: CostFigure };

/**
 * What each model earns in a month: requests times (rate · value of a right answer - (1 - rate) · cost of a wrong one - cost of a
 * request), in micro-dollars. The lead of the most earning model over another is formed from their paired difference, so its interval
 * is that of the pair; the mean costs enter as measured. Null where no model has both rate and cost.
 *
 * `paired(first, second)`: pass rate of the first minus the second on the same cases, or null where they share none.
 */
export function earningsOf(
  earners: readonly Earner[],
  stakes: Stakes,
  paired: (first: string, second: string) => PairFigure | null,
): Earnings | null {
  const known = earners.flatMap(knownOf);
  const leftOut = earners.filter(({ runId }) => known.every((one) => one.runId !== runId));
  const [best] = [...known].sort((a, b) => monthly(b, stakes) - monthly(a, stakes));
  if (best === undefined) return null;
  const rows = known
    .map((one) => earningOf(one, best, stakes, one === best ? null : paired(best.runId, one.runId)))
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

function earningOf(one: Known, best: Known, stakes: Stakes, pair: PairFigure | null): Earning {
  const breakEvenRate = breakEven(one, stakes);
  const behind = pair === null ? null : leadOver(pair, best, one, stakes);
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

function leadOver(pair: PairFigure, best: Known, other: Known, stakes: Stakes): Earning["behind"] {
  const cheaper = (other.costPer1000.value - best.costPer1000.value) / 1000;
  const lead = (difference: number) => stakes.requestsPerMonth * (perRequest(difference, stakes) + cheaper);
  return {
    value: lead(pair.difference),
    lower: lead(pair.lower),
    upper: lead(pair.upper),
    method: pair.method,
  };
}
