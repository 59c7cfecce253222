import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { PairFacts } from "../audit-note.ts";
import type { AuditedRuns } from "./recent-runs.ts";
import { sampledGrades } from "./sampled-grades.ts";

const MAX_GRADERS = 10;

type Row = Omit<PairFacts, "first" | "second"> & { first: number; second: number };

/**
 * How each two graders of the newest run judged the same answers, in the order of the audited versions. The grades of an answer are put
 * side by side and paired there: joined with themselves, 200,000 grades took minutes where the planner took them for a few.
 */
export async function readPairFacts(ctx: Context, { runs, versions }: AuditedRuns): Promise<PairFacts[]> {
  const [newest] = runs;
  if (newest === undefined) return [];
  const versionIds = versions
    .filter(({ runId }) => runId === newest.id)
    .slice(0, MAX_GRADERS)
    .map(({ id }) => id);
  if (versionIds.length < 2) return [];
  const sampled = sampledGrades(ctx, { runIds: [newest.id], versionIds });
  const rows = await db().$queryRaw<Row[]>`
    with ${sampled}, answers as (
      select array_agg(place order by place) as places, array_agg(passed order by place) as passed,
        array_agg(score order by place) as scores, count(*)::int as graders
      from (
        select s.*, array_position(${versionIds}::uuid[], s.grader_version_id) as place
        from sampled s where s.status = 'scored'
      ) placed
      group by case_id, repetition
    )
    select places[i] as first, places[j] as second,
      count(*) filter (where passed[i] and passed[j])::int as "bothPassed",
      count(*) filter (where passed[i] and not passed[j])::int as "firstOnly",
      count(*) filter (where not passed[i] and passed[j])::int as "secondOnly",
      count(*) filter (where not passed[i] and not passed[j])::int as "bothFailed",
      least(1, greatest(-1, corr(scores[i], scores[j]))) as correlation
    from answers, generate_series(1, graders) i, generate_series(i + 1, graders) j
    group by 1, 2 order by 1, 2`;
  // PostgreSQL counts from 1.
  const idAt = (place: number) => versionIds[place - 1] ?? "";
  return rows.map(({ first, second, ...row }) => ({ ...row, first: idAt(first), second: idAt(second) }));
}
