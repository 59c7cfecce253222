import type { Metadata } from "next";
import { z } from "zod";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { RecordedForm } from "#components/models/recorded/recorded-form.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { hasRole } from "#lib/context/context.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getModel } from "#lib/models/get-model.ts";

export const metadata: Metadata = { title: "Import answers" };

const searchSchema = z.object({ model: idSchema.optional().catch(undefined) });

type ImportAnswersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ImportAnswersPage({ searchParams }: ImportAnswersPageProps) {
  const { ctx } = await pageContext();
  const { model: modelId } = searchSchema.parse(await searchParams);
  const model = modelId === undefined ? null : await orNotFound(getModel(ctx, modelId));
  return (
    <Page width="narrow">
      <PageHeader
        title={model === null ? "Import answers" : `Import answers of ${model.name}`}
        description="Answers that were made elsewhere, by a model or an agent of your own, become a model. A run of it grades what the file says and calls nobody."
        breadcrumb={[
          { label: "Models", href: "/models" },
          ...(model === null ? [] : [{ label: model.name, href: `/models/${model.id}` }]),
          { label: "Import answers" },
        ]}
      />
      {hasRole(ctx, "editor") ? (
        <RecordedForm model={model && { id: model.id, name: model.name }} />
      ) : (
        <Alert>You need the role editor to import answers. Ask an admin of this workspace.</Alert>
      )}
    </Page>
  );
}
