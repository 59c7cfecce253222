import type { Metadata } from "next";
import { z } from "zod";
import { pageContext } from "#app/_server/page-context.ts";
import { emptyBuiltInDraft } from "#components/models/built-in/built-in-draft.ts";
import { NewModelForm } from "#components/models/form/new-model-form.tsx";
import { emptyServerDraft } from "#components/models/form/server-draft.ts";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { hasRole } from "#lib/context/context.ts";
import { listConnections } from "#lib/models/connections/list-connections.ts";
import { listDatasetChoices } from "#lib/models/list-dataset-choices.ts";
import { createModelAction } from "../actions.ts";
import { builtInChoices } from "../built-in-choices.ts";
import { modelFormActions } from "../form-actions.ts";

export const metadata: Metadata = { title: "New model" };

const searchSchema = z.object({
  kind: z.enum(["server", "built-in"]).optional().catch(undefined),
  connection: z.string().catch("").default(""),
  builtIn: z.string().catch("").default(""),
});

type NewModelPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewModelPage({ searchParams }: NewModelPageProps) {
  const { ctx } = await pageContext();
  const search = searchSchema.parse(await searchParams);
  const [connections, datasets] = await Promise.all([
    listConnections(ctx, { limit: 500 }),
    listDatasetChoices(ctx),
  ]);
  const connection = connections.items.find(({ id }) => id === search.connection) ?? connections.items[0];
  const builtIn = builtInChoices.find(({ kind }) => kind === search.builtIn) ?? builtInChoices[0];
  const trainingVersionId = datasets.find(({ versions }) => versions.length > 0)?.versions[0]?.id ?? "";
  return (
    <Page width="narrow">
      <PageHeader title="New model" breadcrumb={[{ label: "Models", href: "/models" }, { label: "New" }]} />
      {hasRole(ctx, "editor") ? (
        <NewModelForm
          initial={{
            name: "",
            provider: search.kind ?? (connection === undefined ? "built-in" : "server"),
            server: emptyServerDraft(connection?.id ?? ""),
            builtIn: emptyBuiltInDraft(builtIn?.kind ?? "", trainingVersionId),
          }}
          connections={connections.items.map(({ id, name }) => ({ id, name }))}
          builtIns={builtInChoices}
          datasets={datasets}
          create={createModelAction}
          actions={modelFormActions}
        />
      ) : (
        <Alert>You need the role editor to create a model. Ask an admin of this workspace.</Alert>
      )}
    </Page>
  );
}
