import type { Metadata } from "next";
import { z } from "zod";
import { pageContext } from "#app/_server/page-context.ts";
import { ScheduleForm } from "#components/schedules/form/schedule-form.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { hasRole } from "#lib/context/context.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { createScheduleAction, previewStartsAction, updateScheduleAction } from "../actions.ts";
import { scheduleFormChoices } from "../form-choices.ts";

export const metadata: Metadata = { title: "New schedule" };

const searchSchema = z.object({ dataset: idSchema.nullable().catch(null) });

export default async function NewSchedulePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const { ctx } = await pageContext();
  const { dataset } = searchSchema.parse(await searchParams);
  return (
    <Page width="narrow">
      <PageHeader
        title="New schedule"
        breadcrumb={[{ label: "Schedules", href: "/schedules" }, { label: "New schedule" }]}
      />
      {hasRole(ctx, "editor") ? (
        <ScheduleForm
          schedule={null}
          datasetId={dataset}
          choices={await scheduleFormChoices(ctx)}
          actions={{
            create: createScheduleAction,
            update: updateScheduleAction,
            preview: previewStartsAction,
          }}
        />
      ) : (
        <Alert>You need the role editor to create a schedule. Ask an admin of this workspace.</Alert>
      )}
    </Page>
  );
}
