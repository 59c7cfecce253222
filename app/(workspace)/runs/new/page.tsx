import type { Metadata } from "next";
import { z } from "zod";
import { pageContext } from "#app/_server/page-context.ts";
import { StartForm } from "#components/runs/start/start-form.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { hasRole } from "#lib/context/context.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { loadStartChoices } from "#lib/runs/starting/load-start-choices.ts";
import { adoptProposedGradersAction, startRunsAction } from "../actions.ts";

export const metadata: Metadata = { title: "Start a run" };

const maxNamedModels = 50;

/** ?models= is a list with commas; ?model= is one model or model version, as other pages link here. */
const modelIdsSchema = z
  .string()
  .transform((text) =>
    text
      .split(",")
      .filter((id) => idSchema.safeParse(id).success)
      .slice(0, maxNamedModels),
  )
  .catch([]);
const searchSchema = z.object({
  dataset: idSchema.nullable().catch(null),
  version: z.coerce.number().int().positive().nullable().catch(null),
  models: modelIdsSchema,
  model: modelIdsSchema,
});

export default async function StartRunPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const { ctx } = await pageContext();
  const { dataset, version, models, model } = searchSchema.parse(await searchParams);
  const choices = await loadStartChoices(ctx, {
    datasetId: dataset,
    versionNumber: version,
    modelIds: [...new Set([...models, ...model])],
  });
  return (
    <Page width="narrow">
      <PageHeader
        title="Start a run"
        breadcrumb={[{ label: "Runs", href: "/runs" }, { label: "Start a run" }]}
        description="Ask one or several models about every case of a dataset version, and judge the answers."
      />
      {hasRole(ctx, "editor") ? (
        <StartForm
          choices={choices}
          actions={{ start: startRunsAction, adoptProposedGraders: adoptProposedGradersAction }}
        />
      ) : (
        <Alert>You need the role editor to start runs. Ask an admin of this workspace.</Alert>
      )}
    </Page>
  );
}
