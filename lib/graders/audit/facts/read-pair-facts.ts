import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { PairFacts } from "../audit-note.ts";
import type { AuditedRuns } from "./recent-runs.ts";
import { sampledGrades } from "./sampled-grades.ts";

const MAX_GRADERS = 10;

/** How each two graders of the newest run judged the same answers. The order is that of the audited versions. */
export async function readPairFacts(ctx: Context, { runs, versions }: AuditedRuns): Promise<PairFacts[]> {
  const [newest] = runs;
  if (newest === undefined) return [];
  const versionIds = versions
    .filter(({ runId }) => runId === newest.id)
    .slice(0, MAX_GRADERS)
    .map(({ id }) => id);
  if (versionIds.length < 2) return [];
  const sampled = sampledGrades(ctx, { runIds: [newest.id], versionIds });
  return await db().$queryRaw<PairFacts[]>`
    with ${sampled}, placed as (
      select s.*, array_position(${versionIds}::uuid[], s.grader_version_id) as place
      from sampled s where s.status = 'scored'
    )
    select x.grader_version_id as first, y.grader_version_id as second,
      count(*) filter (where x.passed and y.passed)::int as "bothPassed",
      count(*) filter (where x.passed and not y.passed)::int as "firstOnly",
      count(*) filter (where not x.passed and y.passed)::int as "secondOnly",
      count(*) filter (where not x.passed and not y.passed)::int as "bothFailed",
      least(1, greatest(-1, corr(x.score, y.score))) as correlation
    from placed x join placed y
      on y.case_id = x.case_id and y.repetition = x.repetition and y.place > x.place
    group by x.grader_version_id, y.grader_version_id, x.place, y.place
    order by x.place, y.place`;
}
