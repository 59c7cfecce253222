import { outcomeCodes, type RunOutcomes } from "#lib/outcomes/run-outcomes.ts";
import { tInterval } from "#lib/stats/error-bars/t-interval.ts";
import { METHOD_NAMES } from "#lib/stats/method/method-names.ts";
import { quantileInterval } from "#lib/stats/quantiles/quantile-interval.ts";
import type { CostFigure, LatencyFigure } from "../board/board-schema.ts";

type Columns = Pick<RunOutcomes, "repetitions" | "verdicts" | "latencyMs" | "costMicroUsd">;

/** The p95 of all answers with a measured latency, in milliseconds; null where none was measured. */
export function latencyFigure({ latencyMs }: Columns): LatencyFigure | null {
  const measured = Array.from(latencyMs.filter((value) => !Number.isNaN(value)));
  const interval = quantileInterval(measured, 0.95);
  if (interval === null) return null;
  const { estimate, lower, upper, total } = interval;
  return { value: estimate, lower, upper, n: total, method: METHOD_NAMES["order-statistics"] };
}

/** The mean cost of the answers whose cost is known, times 1,000, with a t interval over cases; null with fewer than two. */
export function costFigure(columns: Columns): CostFigure | null {
  const means = Array.from(meansByCase(columns.costMicroUsd, columns.repetitions)).filter(
    (value) => !Number.isNaN(value),
  );
  const interval = tInterval(means);
  if (interval === null) return null;
  return {
    value: 1000 * interval.estimate,
    lower: Math.max(0, 1000 * interval.lower),
    upper: 1000 * interval.upper,
    n: means.length,
    stated: false,
    unknown: unknownCosts(columns),
    method: METHOD_NAMES.t,
  };
}

/** A cost that somebody states has no interval of its own. */
export function statedCost(microUsdPer1000: number): CostFigure {
  return {
    value: microUsdPer1000,
    lower: microUsdPer1000,
    upper: microUsdPer1000,
    n: 0,
    method: "stated, not measured",
    stated: true,
    unknown: 0,
  };
}

/** The mean of each case over its attempts that have a value; NaN for a case without one. */
export function meansByCase(values: Float64Array, repetitions: number): Float64Array {
  const means = new Float64Array(values.length / repetitions);
  for (let place = 0; place < means.length; place += 1) {
    let sum = 0;
    let count = 0;
    for (let attempt = place * repetitions; attempt < (place + 1) * repetitions; attempt += 1) {
      const value = values[attempt] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      count += 1;
    }
    means[place] = count === 0 ? Number.NaN : sum / count;
  }
  return means;
}

/** Answers, judged or not, whose cost is not known. */
function unknownCosts({ verdicts, costMicroUsd }: Columns): number {
  let unknown = 0;
  for (const [place, verdict] of verdicts.entries()) {
    const answered = verdict !== outcomeCodes.missing && verdict !== outcomeCodes.errored;
    if (answered && Number.isNaN(costMicroUsd[place])) unknown += 1;
  }
  return unknown;
}
