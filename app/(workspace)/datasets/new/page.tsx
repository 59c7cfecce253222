import type { Metadata } from "next";
import { pageContext } from "#app/_server/page-context.ts";
import { NewDatasetForm } from "#components/datasets/details/new-dataset-form.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { hasRole } from "#lib/context/context.ts";
import { createDatasetAction } from "../actions.ts";

export const metadata: Metadata = { title: "New dataset" };

export default async function NewDatasetPage() {
  const { ctx } = await pageContext();
  return (
    <Page width="narrow">
      <PageHeader
        title="New dataset"
        breadcrumb={[{ label: "Datasets", href: "/datasets" }, { label: "New dataset" }]}
      />
      {hasRole(ctx, "editor") ? (
        <Card>
          <NewDatasetForm create={createDatasetAction} />
        </Card>
      ) : (
        <Alert>You need the role editor to create a dataset. Ask an admin of this workspace.</Alert>
      )}
    </Page>
  );
}
