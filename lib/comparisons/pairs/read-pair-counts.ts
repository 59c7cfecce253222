import { pool } from "#lib/db/database.ts";
import type { BucketCounts } from "../rules/bucket.ts";
import { attemptsOf, bucketOfPair } from "./pair-sql.ts";

export type PairIds = { workspaceId: string; a: string; b: string };

export type SideCounts = {
  passed: number;
  failed: number;
  unscored: number;
  errored: number;
  /** Answered and not graded yet. */
  ungraded: number;
};

export type PairedRuns = { buckets: BucketCounts; a: SideCounts; b: SideCounts };

// Grouped by all three, at most 8 x 6 x 6 rows leave the database whatever the number of attempts.
const sql = `
  select ${bucketOfPair} as bucket, a.verdict as "verdictA", b.verdict as "verdictB",
    a.case_id is not null as "inA", b.case_id is not null as "inB", count(*)::int as count
  from ${attemptsOf("$2", "verdict")} a full join ${attemptsOf("$3", "verdict")} b on b.case_id = a.case_id
  group by 1, 2, 3, 4, 5`;

type Verdict = "passed" | "failed" | "unscored" | "errored";
type Row = {
  bucket: keyof BucketCounts;
  verdictA: Verdict | null;
  verdictB: Verdict | null;
  inA: boolean;
  inB: boolean;
  count: number;
};

/** Matches two runs case by case, by the case's row and never by position, and counts what became of each. */
export async function readPairCounts({ workspaceId, a, b }: PairIds): Promise<PairedRuns> {
  const { rows } = await pool().query<Row>(sql, [workspaceId, a, b]);
  const counts = emptyBuckets();
  const sides = { a: emptySide(), b: emptySide() };
  for (const row of rows) {
    counts[row.bucket] += row.count;
    if (row.inA) sides.a[row.verdictA ?? "ungraded"] += row.count;
    if (row.inB) sides.b[row.verdictB ?? "ungraded"] += row.count;
  }
  return { buckets: counts, ...sides };
}

export function emptyBuckets(): BucketCounts {
  return {
    broken: 0,
    fixed: 0,
    both_fail: 0,
    both_pass: 0,
    not_judged: 0,
    changed: 0,
    only_a: 0,
    only_b: 0,
  };
}

function emptySide(): SideCounts {
  return { passed: 0, failed: 0, unscored: 0, errored: 0, ungraded: 0 };
}
