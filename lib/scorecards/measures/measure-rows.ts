import type { Scorecard } from "../scorecard.ts";

/** One figure of a run that a trend can show. What key and value are depends on the kind; see the schema of the table. */
export type MeasureRow = {
  kind: "grader" | "slice" | "latency";
  key: string;
  value: string;
  /** What the figure rests on: scored attempts, or answers whose latency was measured. */
  n: number;
  passed: number | null;
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  mean: number | null;
};

/** An entry of an index holds 2,700 bytes; longer names of slices stay on the scorecard and have no trend. */
const longestName = 400;

/** The figures of a scorecard by grader, by slice and of the latency, as rows. */
export function measureRows(scorecard: Pick<Scorecard, "graders" | "slices" | "latencyMs">): MeasureRow[] {
  return [
    ...scorecard.graders.map(({ graderId, graderVersionId, passed, failed, passRate, meanScore }) => ({
      kind: "grader" as const,
      key: graderId,
      value: graderVersionId,
      n: passed + failed,
      passed,
      ...boundsOf(passRate),
      mean: meanScore,
    })),
    ...scorecard.slices
      .filter(({ dimension, value }) => dimension.length + value.length <= longestName)
      .map(({ dimension, value, counts, passRate }) => ({
        kind: "slice" as const,
        key: dimension,
        value,
        n: counts.passed + counts.failed,
        passed: counts.passed,
        ...boundsOf(passRate),
        mean: null,
      })),
    ...latencyRows(scorecard.latencyMs),
  ];
}

function latencyRows(latencyMs: Scorecard["latencyMs"]): MeasureRow[] {
  if (latencyMs === null) return [];
  return (["p50", "p95"] as const).map((key) => ({
    kind: "latency",
    key,
    value: "",
    n: latencyMs.n,
    passed: null,
    estimate: latencyMs[key],
    lower: null,
    upper: null,
    mean: null,
  }));
}

function boundsOf(rate: { estimate: number; lower: number; upper: number } | null) {
  return {
    estimate: rate?.estimate ?? null,
    lower: rate?.lower ?? null,
    upper: rate?.upper ?? null,
  };
}
