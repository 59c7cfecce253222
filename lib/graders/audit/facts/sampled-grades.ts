import type { Context } from "#lib/context/context.ts";
import { Prisma } from "#lib/db/generated/client.ts";

/** Of each run; the cases of a larger one that were created first. Found by walking the primary key, so it costs milliseconds. */
const MAX_ATTEMPTS = 20_000;

/** The grades of versions in runs, as a relation named `sampled`: a bounded part of each run, in its own workspace. */
export function sampledGrades(
  ctx: Context,
  { runIds, versionIds }: { runIds: readonly string[]; versionIds: readonly string[] },
): Prisma.Sql {
  return Prisma.sql`
    sampled as (
      select g.run_id, g.case_id, g.repetition, g.grader_version_id, g.status, g.score, g.passed, g.reason
      from unnest(${[...runIds]}::uuid[]) as r(id)
      left join lateral (
        select a.case_id from attempt a where a.run_id = r.id order by a.case_id offset ${MAX_ATTEMPTS} limit 1
      ) beyond on true
      join grade g on g.run_id = r.id and (beyond.case_id is null or g.case_id < beyond.case_id)
      where g.workspace_id = ${ctx.workspaceId}::uuid and g.grader_version_id = any(${[...versionIds]}::uuid[])
    )`;
}
