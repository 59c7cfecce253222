import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { EditModelForm } from "#components/models/form/edit-model-form.tsx";
import { modelDraftOf } from "#components/models/form/stored-model-draft.ts";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { hasRole } from "#lib/context/context.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { listConnections } from "#lib/models/connections/list-connections.ts";
import { getModel } from "#lib/models/get-model.ts";
import { listDatasetChoices } from "#lib/models/list-dataset-choices.ts";
import { updateModelAction } from "../../actions.ts";
import { builtInChoices } from "../../built-in-choices.ts";
import { modelFormActions } from "../../form-actions.ts";

export const metadata: Metadata = { title: "Edit model" };

type EditModelPageProps = { params: Promise<{ modelId: string }> };

export default async function EditModelPage({ params }: EditModelPageProps) {
  const { ctx } = await pageContext();
  const id = idSchema.safeParse((await params).modelId);
  if (!id.success) notFound();
  const [model, connections, datasets] = await Promise.all([
    orNotFound(getModel(ctx, id.data)),
    listConnections(ctx, { limit: 500 }),
    listDatasetChoices(ctx),
  ]);
  const [latest] = model.versions;
  return (
    <Page width="narrow">
      <PageHeader
        title={`Edit ${model.name}`}
        description={`Starts from version ${latest.number}. What you save becomes a new version; older runs keep theirs.`}
        breadcrumb={[
          { label: "Models", href: "/models" },
          { label: model.name, href: `/models/${model.id}` },
          { label: "Edit" },
        ]}
      />
      {!hasRole(ctx, "editor") && (
        <Alert>You need the role editor to change a model. Ask an admin of this workspace.</Alert>
      )}
      {hasRole(ctx, "editor") && model.archivedAt !== null && (
        <Alert>This model is archived. Restore it on its page before you change it.</Alert>
      )}
      {hasRole(ctx, "editor") && latest.provider === "recorded" && (
        <Alert>
          This model has recorded answers.{" "}
          <TextLink href={`/models/recorded/new?model=${model.id}`}>Import a file</TextLink> to make its next
          version.
        </Alert>
      )}
      {hasRole(ctx, "editor") && model.archivedAt === null && latest.provider !== "recorded" && (
        <EditModelForm
          modelId={model.id}
          initial={modelDraftOf(model.name, latest, connections.items[0]?.id ?? "")}
          connections={connections.items.map(({ id: connectionId, name }) => ({ id: connectionId, name }))}
          builtIns={builtInChoices}
          datasets={datasets}
          update={updateModelAction}
          actions={modelFormActions}
        />
      )}
    </Page>
  );
}
