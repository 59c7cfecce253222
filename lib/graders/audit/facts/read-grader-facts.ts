import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { findGraderKind } from "../../registry.ts";
import type { GraderFacts } from "../audit-note.ts";
import { nearThreshold } from "../rules/threshold-cliff.ts";
import type { AuditedRuns } from "./recent-runs.ts";
import { sampledGrades } from "./sampled-grades.ts";

type Row = Pick<
  GraderFacts,
  "passed" | "failed" | "unscored" | "lowestScore" | "highestScore" | "nearThreshold"
> & {
  versionId: string;
  reason: string | null;
  reasonCount: number | null;
};

const ROUNDING = 1e-9;

/** Counts of the stored grades of each audited version, over all audited runs. A version without grades is left out. */
export async function readGraderFacts(ctx: Context, { runs, versions }: AuditedRuns): Promise<GraderFacts[]> {
  const sampled = sampledGrades(ctx, {
    runIds: runs.map(({ id }) => id),
    versionIds: versions.map(({ id }) => id),
  });
  const rows = await db().$queryRaw<Row[]>`
    with ${sampled}, counts as (
      select s.grader_version_id,
        count(*) filter (where s.passed)::int as passed,
        count(*) filter (where s.status = 'scored' and not s.passed)::int as failed,
        count(*) filter (where s.status = 'unscored')::int as unscored,
        min(s.score) as lowest, max(s.score) as highest,
        count(*) filter (where abs(s.score - v.threshold) <= ${nearThreshold + ROUNDING}::float8)::int as near
      from sampled s join grader_version v on v.id = s.grader_version_id
      group by s.grader_version_id
    ), reasons as (
      select distinct on (grader_version_id) grader_version_id, reason, n
      from (
        select grader_version_id, left(reason, 300) as reason, count(*)::int as n
        from sampled where status = 'unscored' group by 1, 2
      ) counted
      order by grader_version_id, n desc, reason
    )
    select c.grader_version_id as "versionId", passed, failed, unscored, lowest as "lowestScore",
      highest as "highestScore", near as "nearThreshold", reason, n as "reasonCount"
    from counts c left join reasons using (grader_version_id)`;
  const byVersion = new Map(rows.map((row) => [row.versionId, row]));
  return versions.flatMap(({ id, ...version }) => {
    const row = byVersion.get(id);
    if (row === undefined) return [];
    const { reason, reasonCount, ...counts } = row;
    const kind = findGraderKind(version.kind);
    return [
      {
        ...version,
        ...counts,
        family: kind?.family ?? null,
        binary: kind?.binary ?? false,
        commonReason: reason === null || reasonCount === null ? null : { text: reason, count: reasonCount },
      },
    ];
  });
}
