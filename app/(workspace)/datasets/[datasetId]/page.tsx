import type { Metadata } from "next";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { toSearchParams } from "#app/_server/to-search-params.ts";
import { CasesView } from "#components/datasets/cases/cases-view.tsx";
import { DatasetHeader } from "#components/datasets/details/dataset-header.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { hasRole } from "#lib/context/context.ts";
import { caseListParams, caseListQuery } from "#lib/datasets/cases/case-list-params.ts";
import { listCases } from "#lib/datasets/cases/list-cases.ts";
import { listTags } from "#lib/datasets/cases/list-tags.ts";
import { getDataset } from "#lib/datasets/get-dataset.ts";
import { listVersions } from "#lib/datasets/versions/list-versions.ts";
import { findLatestGate } from "#lib/gates/results/find-latest-gate.ts";
import { caseActions, datasetActions } from "../action-sets.ts";
import { readDatasetId } from "../read-dataset-id.ts";

export const metadata: Metadata = { title: "Dataset" };

type DatasetPageProps = {
  params: Promise<{ datasetId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DatasetPage({ params, searchParams }: DatasetPageProps) {
  const { ctx } = await pageContext();
  const datasetId = await readDatasetId(params);
  const list = caseListParams(toSearchParams(await searchParams));
  const [dataset, page, tags, versions, gate] = await orNotFound(
    Promise.all([
      getDataset(ctx, { datasetId }),
      listCases(ctx, { ...list, datasetId, limit: 100 }),
      listTags(ctx, { datasetId, version: list.version }),
      listVersions(ctx, { datasetId, limit: 100 }),
      findLatestGate(ctx, datasetId),
    ]),
  );
  const shown = versions.items.find((version) => version.number === list.version);
  const canEdit = hasRole(ctx, "editor");

  return (
    <Page>
      <DatasetHeader dataset={dataset} canEdit={canEdit} actions={datasetActions} gate={gate} />
      <CasesView
        datasetId={datasetId}
        caseCount={shown?.caseCount ?? dataset.caseCount}
        start={{ query: caseListQuery(list), page }}
        tags={tags}
        versions={versions.items.map(({ number, note }) => ({ number, note }))}
        canEdit={canEdit && dataset.archivedAt === null}
        actions={caseActions}
      />
    </Page>
  );
}
