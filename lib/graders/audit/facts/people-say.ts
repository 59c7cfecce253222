import type { Context } from "#lib/context/context.ts";
import { Prisma } from "#lib/db/generated/client.ts";

/**
 * What most people say of each labelled answer in these runs, as a relation named `people`: `passed` is null where they are of two minds.
 */
export function peopleSay(ctx: Context, runIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    people as (
      select run_id, case_id, repetition,
        case sign(count(*) filter (where verdict = 'passed') - count(*) filter (where verdict = 'failed'))
          when 1 then true when -1 then false end as passed
      from label
      where workspace_id = ${ctx.workspaceId}::uuid and run_id = any(${[...runIds]}::uuid[]) and in_force
      group by run_id, case_id, repetition
    )`;
}
