import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { ScheduleForm } from "#components/schedules/form/schedule-form.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { hasRole } from "#lib/context/context.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getSchedule } from "#lib/schedules/listing/get-schedule.ts";
import { createScheduleAction, previewStartsAction, updateScheduleAction } from "../../actions.ts";
import { scheduleFormChoices } from "../../form-choices.ts";

export const metadata: Metadata = { title: "Edit schedule" };

export default async function EditSchedulePage({ params }: { params: Promise<{ scheduleId: string }> }) {
  const { ctx } = await pageContext();
  const id = idSchema.safeParse((await params).scheduleId);
  if (!id.success) notFound();
  const [schedule, choices] = await orNotFound(
    Promise.all([getSchedule(ctx, id.data), scheduleFormChoices(ctx)]),
  );
  return (
    <Page width="narrow">
      <PageHeader
        title={`Edit ${schedule.name}`}
        breadcrumb={[
          { label: "Schedules", href: "/schedules" },
          { label: schedule.name, href: `/schedules/${schedule.id}` },
          { label: "Edit" },
        ]}
      />
      {hasRole(ctx, "editor") ? (
        <ScheduleForm
          schedule={schedule}
          datasetId={null}
          choices={choices}
          actions={{
            create: createScheduleAction,
            update: updateScheduleAction,
            preview: previewStartsAction,
          }}
        />
      ) : (
        <Alert>You need the role editor to change a schedule. Ask an admin of this workspace.</Alert>
      )}
    </Page>
  );
}
