import { Layers } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { DatasetHeader } from "#components/datasets/details/dataset-header.tsx";
import { ChangeList } from "#components/datasets/versions/change-list.tsx";
import { VersionsTable } from "#components/datasets/versions/versions-table.tsx";
import { LoadMore } from "#components/ui/display/load-more.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { hasRole } from "#lib/context/context.ts";
import { getDataset } from "#lib/datasets/get-dataset.ts";
import { listVersionChanges } from "#lib/datasets/versions/list-version-changes.ts";
import { listVersions } from "#lib/datasets/versions/list-versions.ts";
import { datasetActions } from "../../action-sets.ts";
import { readDatasetId } from "../../read-dataset-id.ts";

export const metadata: Metadata = { title: "Versions" };

const number = z.coerce.number().int().min(1).max(999_999_999);
const searchSchema = z.object({
  /** Whose changes are listed: a version's, or those that are not published. */
  changes: z
    .union([number, z.literal("draft")])
    .nullable()
    .catch(null),
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .nullable()
    .catch(null),
  older: z
    .string()
    .regex(/^\d{1,9}$/)
    .nullable()
    .catch(null),
});

type VersionsPageProps = {
  params: Promise<{ datasetId: string }>;
  searchParams: Promise<Record<string, unknown>>;
};

export default async function VersionsPage({ params, searchParams }: VersionsPageProps) {
  const { ctx } = await pageContext();
  const datasetId = await readDatasetId(params);
  const { changes, after, older } = searchSchema.parse(await searchParams);
  const chosen = changes === "draft" ? null : changes;
  const [dataset, versions, listed] = await orNotFound(
    Promise.all([
      getDataset(ctx, { datasetId }),
      listVersions(ctx, { datasetId, limit: 50, cursor: older }),
      changes === null
        ? null
        : listVersionChanges(ctx, { datasetId, number: chosen, cursor: after, limit: 100 }),
    ]),
  );
  const hasDraft = Object.values(dataset.draftChanges).some((count) => count > 0);
  const href = `/datasets/${datasetId}/versions`;

  return (
    <Page>
      <DatasetHeader dataset={dataset} canEdit={hasRole(ctx, "editor")} actions={datasetActions} />
      <Card
        flush
        title="Versions"
        description="Numbered snapshots. A run is pinned to one, so its result can be repeated and compared."
        actions={
          hasDraft && <LinkButton href={`${href}?changes=draft`}>Show what is not published</LinkButton>
        }
      >
        {versions.items.length === 0 ? (
          <EmptyState
            icon={<Layers />}
            title="No version yet"
            text="Publish the working copy to make version 1. Runs need a version to be measured on."
          />
        ) : (
          <VersionsTable datasetId={datasetId} versions={versions.items} chosen={chosen} />
        )}
      </Card>
      {versions.nextCursor && (
        <LoadMore
          shown={versions.items.length}
          nextHref={`${href}?older=${versions.nextCursor}`}
          noun="versions"
        />
      )}
      {listed !== null && (
        <Card
          flush
          title={chosen === null ? "Not published yet" : `What version ${chosen} changed`}
          footer={
            listed.nextCursor && (
              <LoadMore
                shown={listed.items.length}
                nextHref={`${href}?changes=${changes}&after=${listed.nextCursor}`}
                noun="cases"
              />
            )
          }
        >
          {listed.items.length === 0 ? (
            <EmptyState title="No changes" text="Nothing differs from the version before." />
          ) : (
            <ChangeList datasetId={datasetId} version={chosen} changes={listed.items} />
          )}
        </Card>
      )}
    </Page>
  );
}
