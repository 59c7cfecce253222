import type { CostFigure, LatencyFigure, NearBest, PairFigure } from "../board/board-schema.ts";
import type { QualityVerdict } from "./dominated.ts";
import { holmFamilies } from "./holm-no-worse.ts";

export type Contender = {
  runId: string;
  passRate: { value: number } | null;
  costPer1000: Pick<CostFigure, "value" | "unknown"> | null;
  latencyP95Ms: Pick<LatencyFigure, "value"> | null;
  parametersBillion: number | null;
};

/** A model against the best at the error of one in a family of that size. */
export type MarginTest = (
  bestRunId: string,
  runId: string,
  family: number,
) => { verdict: QualityVerdict; pair: PairFigure; casesNeeded: number | null } | null;

/**
 * Which models are no worse than the one with the highest rate by more than the margin, with Holm's correction over all that are
 * asked, and the smallest, cheapest and fastest among those. Null with fewer than two models that have a rate.
 */
export function nearBestOf(
  contenders: readonly Contender[],
  margin: number,
  test: MarginTest,
): NearBest | null {
  const rated = contenders
    .flatMap((one) => (one.passRate === null ? [] : [{ ...one, rate: one.passRate.value }]))
    .sort((a, b) => b.rate - a.rate);
  const [best, ...others] = rated;
  if (best === undefined || others.length === 0) return null;
  const families = holmFamilies(others.length, (index, family) => {
    const other = others[index];
    return other !== undefined && isShown(test(best.runId, other.runId, family)?.verdict);
  });
  const rows = others.map((other, index): NearBest["rows"][number] => {
    const result = test(best.runId, other.runId, families[index] ?? others.length);
    return {
      runId: other.runId,
      verdict: result?.verdict ?? "cannot tell",
      pair: result?.pair ?? null,
      casesNeeded: result?.casesNeeded ?? null,
    };
  });
  const bestRow = { runId: best.runId, verdict: "best" as const, pair: null, casesNeeded: null };
  const near = new Set([
    best.runId,
    ...rows.filter(({ verdict }) => isShown(verdict)).map(({ runId }) => runId),
  ]);
  const lowest = (figure: (one: Contender) => number | null) =>
    lowestOf(
      rated.filter(({ runId }) => near.has(runId)),
      figure,
    );
  return {
    margin,
    bestRunId: best.runId,
    family: others.length,
    rows: [bestRow, ...rows],
    smallestRunId: lowest((one) => one.parametersBillion),
    cheapestRunId: lowest(({ costPer1000 }) => (costPer1000?.unknown === 0 ? costPer1000.value : null)),
    fastestRunId: lowest(({ latencyP95Ms }) => latencyP95Ms?.value ?? null),
  };
}

function isShown(verdict: QualityVerdict | "best" | undefined): boolean {
  return verdict === "better" || verdict === "no worse";
}

function lowestOf(models: readonly Contender[], figure: (one: Contender) => number | null): string | null {
  const known = models.flatMap((one) => {
    const value = figure(one);
    return value === null ? [] : [{ runId: one.runId, value }];
  });
  return known.sort((a, b) => a.value - b.value)[0]?.runId ?? null;
}
