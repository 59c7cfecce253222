import { type Context, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

/**
 * The kinds of things that the audit log of the workspace speaks of, for its filter. Jumps through the index on
 * (workspace_id, subject_type) from one kind to the next, so that its cost follows the number of kinds and not of events.
 */
export async function listAuditSubjectTypes(ctx: Context): Promise<string[]> {
  requireRole(ctx, "admin", "read the audit log");
  const rows = await db().$queryRaw<{ kind: string }[]>`
    with recursive kinds as (
      (select subject_type as kind from audit_event
       where workspace_id = ${ctx.workspaceId}::uuid order by subject_type limit 1)
      union all
      select (select subject_type from audit_event
              where workspace_id = ${ctx.workspaceId}::uuid and subject_type > kinds.kind
              order by subject_type limit 1)
      from kinds where kinds.kind is not null
    )
    select kind from kinds where kind is not null limit 100`;
  return rows.map(({ kind }) => kind);
}
