import type { Metadata } from "next";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { PublishDialog } from "#components/datasets/details/publish-dialog.tsx";
import { ImportView } from "#components/datasets/import/import-view.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { hasRole } from "#lib/context/context.ts";
import { getDataset } from "#lib/datasets/get-dataset.ts";
import { datasetActions } from "../../action-sets.ts";
import { readDatasetId } from "../../read-dataset-id.ts";

export const metadata: Metadata = { title: "Import cases" };

export default async function ImportPage({ params }: { params: Promise<{ datasetId: string }> }) {
  const { ctx } = await pageContext();
  const dataset = await orNotFound(getDataset(ctx, { datasetId: await readDatasetId(params) }));
  return (
    <Page>
      <PageHeader
        title="Import cases"
        breadcrumb={[
          { label: "Datasets", href: "/datasets" },
          { label: dataset.name, href: `/datasets/${dataset.id}` },
          { label: "Import" },
        ]}
      />
      {hasRole(ctx, "editor") ? (
        <ImportView
          datasetId={dataset.id}
          publish={
            <PublishDialog
              dataset={dataset}
              nextNumber={(dataset.latestVersion?.number ?? 0) + 1}
              publish={datasetActions.publish}
            />
          }
        />
      ) : (
        <Alert>You need the role editor to import cases. Ask an admin of this workspace.</Alert>
      )}
    </Page>
  );
}
