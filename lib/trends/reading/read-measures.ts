import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import type { TrendMetric } from "../trend-metric.ts";
import type { TrendSubject } from "../trend-subject.ts";

/** A stored figure of a run; `name` tells it from others of the run: a grader's id, the value of a slice, or "". */
export type StoredMeasure = {
  runId: string;
  name: string;
  n: number;
  passed: number | null;
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  mean: number | null;
  meanLower: number | null;
  meanUpper: number | null;
};

type Wanted = { kind: string; key: string | null; value: string | null; name: "key" | "value" };

/** The figures of these runs that the metric needs beyond the columns of the scorecard; none for most metrics of whole runs. */
export async function readMeasures(
  ctx: Context,
  runIds: readonly string[],
  asked: { metric: TrendMetric; subject: TrendSubject; names?: readonly string[] | null },
): Promise<StoredMeasure[]> {
  const wanted = wantedOf(asked.metric, asked.subject);
  if (wanted === null) return [];
  const { rows } = await pool().query<StoredMeasure>(
    `select run_id as "runId", ${wanted.name} as name, n, passed, estimate, lower, upper, mean, mean_lower as "meanLower",
       mean_upper as "meanUpper"
     from run_measure
     where workspace_id = $1 and run_id = any($2::uuid[]) and kind = $3::"RunMeasureKind"
       and ($4::text is null or key = $4) and ($5::text is null or value = $5)
       and ($6::text[] is null or ${wanted.name} = any($6))`,
    [ctx.workspaceId, runIds, wanted.kind, wanted.key, wanted.value, asked.names ?? null],
  );
  return rows;
}

function wantedOf(metric: TrendMetric, subject: TrendSubject): Wanted | null {
  if (metric === "latency-p50") return { kind: "latency", key: "p50", value: "", name: "value" };
  if (metric === "latency-p95") return { kind: "latency", key: "p95", value: "", name: "value" };
  if (metric === "cost-per-solved") return { kind: "cost", key: "per-pass", value: "", name: "value" };
  switch (subject.kind) {
    case "whole":
      return null;
    case "grader":
      return { kind: "grader", key: subject.graderId, value: null, name: "key" };
    case "graders":
      return { kind: "grader", key: null, value: null, name: "key" };
    case "slice":
      return { kind: "slice", key: subject.dimension, value: subject.value, name: "value" };
    case "slices":
      return { kind: "slice", key: subject.dimension, value: null, name: "value" };
  }
}
