import type { Metadata } from "next";
import { z } from "zod";
import { pageContext } from "#app/_server/page-context.ts";
import { AuditFilters } from "#components/settings/audit/audit-filters.tsx";
import { AuditTable } from "#components/settings/audit/audit-table.tsx";
import { LoadMore } from "#components/ui/display/load-more.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { listApiKeys } from "#lib/auth/api-keys/list-api-keys.ts";
import { hasRole } from "#lib/context/context.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { listAuditEvents } from "#lib/workspaces/list-audit-events.ts";
import { listAuditSubjectTypes } from "#lib/workspaces/list-audit-subject-types.ts";
import { listMembers } from "#lib/workspaces/list-members.ts";

export const metadata: Metadata = { title: "Audit log" };

const word = z
  .string()
  .regex(/^[\w-]{1,60}$/)
  .optional()
  .catch(undefined);
const searchSchema = z.object({
  subject: word,
  id: idSchema.optional().catch(undefined),
  actor: idSchema.optional().catch(undefined),
  before: z
    .string()
    .regex(/^[\dTZ:.-]+_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});

type AuditPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const { ctx } = await pageContext();
  if (!hasRole(ctx, "admin")) {
    return <Alert tone="info">Only admins of this workspace can read its audit log.</Alert>;
  }
  const { subject, id, actor, before } = searchSchema.parse(await searchParams);
  const [events, subjectTypes, members, keys] = await Promise.all([
    listAuditEvents(ctx, { subjectType: subject, subjectId: id, actorId: actor, cursor: before, limit: 50 }),
    listAuditSubjectTypes(ctx),
    listMembers(ctx, { limit: 500 }),
    listApiKeys(ctx, { limit: 500 }),
  ]);
  const address = (changes: Record<string, string | undefined>) => {
    const given = Object.entries({ subject, id, actor, ...changes }).filter((pair) => pair[1] !== undefined);
    const query = new URLSearchParams(given.map(([key, value]) => [key, value ?? ""])).toString();
    return query === "" ? "/settings/audit" : `/settings/audit?${query}`;
  };
  return (
    <div className="flex flex-col gap-4">
      <AuditFilters
        subjectTypes={subjectTypes}
        actors={[
          ...members.items.map(({ userId, name, email }) => ({ id: userId, name: `${name} (${email})` })),
          ...keys.items.map(({ id, name, prefix }) => ({ id, name: `${name} (API key ${prefix}…)` })),
        ]}
      />
      <Card flush>
        <AuditTable events={events.items} filtered={Boolean(subject ?? id ?? actor)} />
      </Card>
      <LoadMore
        shown={events.items.length}
        noun={events.items.length === 1 ? "event" : "events"}
        firstHref={before === undefined ? null : address({})}
        nextHref={events.nextCursor === null ? null : address({ before: events.nextCursor })}
      />
    </div>
  );
}
