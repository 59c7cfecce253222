import type { Scorecard } from "../scorecard.ts";

/** One figure of a run that a trend can show. What key and value are depends on the kind; see the schema of the table. */
export type MeasureRow = {
  kind: "grader" | "slice" | "latency" | "cost";
  key: string;
  value: string;
  /** What the figure rests on: scored attempts, answers whose latency was measured, or attempts that passed. */
  n: number;
  passed: number | null;
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  mean: number | null;
  meanLower: number | null;
  meanUpper: number | null;
};

/** An entry of an index holds 2,700 bytes; longer names of slices stay on the scorecard and have no trend. */
const longestName = 400;

type Measured = Pick<Scorecard, "graders" | "slices" | "latencyMs" | "costPerPass">;

/** The figures of a scorecard by grader, by slice, of the latency and of the cost, as rows. */
export function measureRows({ graders, slices, latencyMs, costPerPass }: Measured): MeasureRow[] {
  return [
    ...graders.map(({ graderId, graderVersionId, passed, failed, passRate, meanScore, mean }) => ({
      ...nothing,
      kind: "grader" as const,
      key: graderId,
      value: graderVersionId,
      n: passed + failed,
      passed,
      ...boundsOf(passRate),
      mean: meanScore,
      // Where every score is 0 or 1, the mean is the pass rate.
      meanLower: mean?.lower ?? (meanScore === passRate?.estimate ? passRate.lower : null),
      meanUpper: mean?.upper ?? (meanScore === passRate?.estimate ? passRate.upper : null),
    })),
    ...slices
      .filter(({ dimension, value }) => dimension.length + value.length <= longestName)
      .map(({ dimension, value, counts, passRate }) => ({
        ...nothing,
        kind: "slice" as const,
        key: dimension,
        value,
        n: counts.passed + counts.failed,
        passed: counts.passed,
        ...boundsOf(passRate),
      })),
    ...latencyRows(latencyMs),
    ...costRows(costPerPass),
  ];
}

const nothing = { passed: null, lower: null, upper: null, mean: null, meanLower: null, meanUpper: null };

function latencyRows(latencyMs: Scorecard["latencyMs"]): MeasureRow[] {
  if (latencyMs === null) return [];
  return (["p50", "p95"] as const).map((key) => ({
    ...nothing,
    kind: "latency",
    key,
    value: "",
    n: latencyMs.n,
    estimate: latencyMs[key],
    ...latencyMs.limits?.[key],
  }));
}

function costRows(cost: Scorecard["costPerPass"]): MeasureRow[] {
  if (cost === null) return [];
  const { passed: n, estimate, lower, upper } = cost;
  return [{ ...nothing, kind: "cost", key: "per-pass", value: "", n, estimate, lower, upper }];
}

function boundsOf(rate: { estimate: number; lower: number; upper: number } | null) {
  return {
    estimate: rate?.estimate ?? null,
    lower: rate?.lower ?? null,
    upper: rate?.upper ?? null,
  };
}
