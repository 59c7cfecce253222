import type { Scorecard } from "../scorecard.ts";
import type { Timed } from "./read-latency.ts";
import type { RunScope } from "./run-scope.ts";

type Row = { reason: string | null; bin: number | null; count: number };

const bins = 24;
const mostReasons = 12;

/** One pass over the answers for both: reading 100,000 of them costs more than counting them. */
const sql = `
  select finish_reason as reason, count(*)::int as count,
    case when latency_ms is not null and $3::float8 < $4::float8 then least(${bins}, width_bucket(latency_ms, $3, $4, ${bins})) end as bin
  from attempt where workspace_id = $1 and run_id = $2 and outcome = 'answered' group by 1, 3`;

/**
 * How long the answers took, in equal bins, and how they ended, the most frequent first; a reason is null where the server did not say.
 * No histogram where all took the same time.
 */
export async function readAnswerEnds(
  scope: RunScope,
  { n, fromMs: from, toMs: to }: Timed,
): Promise<Pick<Scorecard, "latencyHistogram" | "finishReasons">> {
  const rows = await scope.query<Row>(sql, [from, to]);
  const timed = rows.flatMap(({ bin, count }) => (bin === null ? [] : [{ bin, count }]));
  return {
    latencyHistogram: n === 0 || from === to ? null : { from, to, counts: fillBins(timed, bins) },
    finishReasons: reasonsOf(rows).slice(0, mostReasons),
  };
}

function reasonsOf(rows: readonly Row[]): Scorecard["finishReasons"] {
  const counts = new Map<string | null, number>();
  for (const { reason, count } of rows) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count || byName(one.reason, other.reason));
}

function byName(one: string | null, other: string | null): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  return one < other ? -1 : 1;
}

/** Counts for the bins 1..n as PostgreSQL's width_bucket numbers them; bins without rows are zero. */
export function fillBins(rows: readonly { bin: number; count: number }[], n: number): number[] {
  const counts = Array.from({ length: n }, () => 0);
  for (const { bin, count } of rows)
    counts[Math.max(0, bin - 1)] = (counts[Math.max(0, bin - 1)] ?? 0) + count;
  return counts;
}
