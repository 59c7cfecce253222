import { CalendarClock, Plus } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { pageContext } from "#app/_server/page-context.ts";
import { SchedulesTable } from "#components/schedules/page/schedules-table.tsx";
import { LoadMore } from "#components/ui/display/load-more.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { hasRole } from "#lib/context/context.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { listSchedules } from "#lib/schedules/listing/list-schedules.ts";

export const metadata: Metadata = { title: "Schedules" };

const searchSchema = z.object({ after: idSchema.nullable().catch(null) });
const maxArchived = 50;

export default async function SchedulesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const { ctx } = await pageContext();
  const { after } = searchSchema.parse(await searchParams);
  const [{ items, nextCursor }, archived] = await Promise.all([
    listSchedules(ctx, { cursor: after, limit: 50 }),
    listSchedules(ctx, { archived: true, limit: maxArchived }),
  ]);
  const create = hasRole(ctx, "editor") && (
    <LinkButton href="/schedules/new" variant="primary">
      <Plus aria-hidden />
      New schedule
    </LinkButton>
  );
  return (
    <Page>
      <PageHeader
        title="Schedules"
        description="Runs that start by the clock: the newest version of a dataset against the newest versions of models."
        actions={items.length > 0 && create}
      />
      {items.length === 0 && after === null ? (
        <Card>
          <EmptyState
            icon={<CalendarClock />}
            title="No schedules yet"
            text="Run a dataset every night with the model that is in production, and see in the morning whether it got worse."
            action={create}
          />
        </Card>
      ) : (
        <Card flush>
          <SchedulesTable rows={items} />
        </Card>
      )}
      {(nextCursor !== null || after !== null) && (
        <LoadMore
          shown={items.length}
          nextHref={nextCursor && `/schedules?after=${nextCursor}`}
          firstHref={after && "/schedules"}
          noun="schedules"
        />
      )}
      {archived.items.length > 0 && (
        <Card title="Archived">
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {archived.items.map(({ id, name }) => (
              <li key={id}>
                <TextLink href={`/schedules/${id}`}>{name}</TextLink>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
