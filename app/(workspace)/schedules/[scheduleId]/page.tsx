import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { ScheduleControls } from "#components/schedules/page/schedule-controls.tsx";
import { ScheduleFacts } from "#components/schedules/page/schedule-facts.tsx";
import { StartHistory } from "#components/schedules/page/start-history.tsx";
import { zoneTime } from "#components/schedules/zone-time.ts";
import { LoadMore } from "#components/ui/display/load-more.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import { hasRole } from "#lib/context/context.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getSchedule } from "#lib/schedules/listing/get-schedule.ts";
import { listScheduleStarts } from "#lib/schedules/listing/list-schedule-starts.ts";
import { setScheduleArchivedAction, setScheduleEnabledAction, startScheduleNowAction } from "../actions.ts";

export const metadata: Metadata = { title: "Schedule" };

const searchSchema = z.object({ after: idSchema.nullable().catch(null) });

type SchedulePageProps = {
  params: Promise<{ scheduleId: string }>;
  searchParams: Promise<Record<string, unknown>>;
};

export default async function SchedulePage({ params, searchParams }: SchedulePageProps) {
  const { ctx } = await pageContext();
  const id = idSchema.safeParse((await params).scheduleId);
  if (!id.success) notFound();
  const scheduleId = id.data;
  const { after } = searchSchema.parse(await searchParams);
  const [schedule, starts] = await orNotFound(
    Promise.all([
      getSchedule(ctx, scheduleId),
      listScheduleStarts(ctx, { scheduleId, cursor: after, limit: 30 }),
    ]),
  );
  const { name, nextStartAt, timeZone, lastError, enabled } = schedule;
  const archived = schedule.archivedAt !== null;
  return (
    <Page>
      <PageHeader
        title={name}
        breadcrumb={[{ label: "Schedules", href: "/schedules" }, { label: name }]}
        meta={
          <>
            <StatusDot tone={nextStartAt === null ? "neutral" : "info"}>
              {archived ? "Archived" : nextStartAt === null ? "Off" : "On"}
            </StatusDot>
            {nextStartAt !== null && (
              <span className="tabular">
                Next start {zoneTime(nextStartAt, timeZone)}, {timeZone} (<Timestamp value={nextStartAt} />)
              </span>
            )}
            <span>
              Made by {schedule.createdBy}, <Timestamp value={schedule.createdAt} />
            </span>
          </>
        }
        actions={
          hasRole(ctx, "editor") && (
            <ScheduleControls
              schedule={{ id: scheduleId, name, enabled, archived }}
              actions={{
                setEnabled: setScheduleEnabledAction,
                setArchived: setScheduleArchivedAction,
                startNow: startScheduleNowAction,
              }}
            />
          )
        }
      />
      {lastError !== null && (
        <Alert tone="warning" title="It could not start last time">
          {lastError}
        </Alert>
      )}
      <Card title="What it starts">
        <ScheduleFacts schedule={schedule} />
      </Card>
      <Card title="History" flush>
        {starts.items.length === 0 ? (
          <EmptyState
            headingLevel={3}
            title="Nothing started yet"
            text="What it starts is listed here with its pass rates."
            className="py-8"
          />
        ) : (
          <StartHistory starts={starts.items} timeZone={timeZone} />
        )}
      </Card>
      {(starts.nextCursor !== null || after !== null) && (
        <LoadMore
          shown={starts.items.length}
          nextHref={starts.nextCursor && `/schedules/${scheduleId}?after=${starts.nextCursor}`}
          firstHref={after && `/schedules/${scheduleId}`}
          noun="starts"
        />
      )}
    </Page>
  );
}
