import type { Metadata } from "next";
import { pageContext } from "#app/_server/page-context.ts";
import { toSearchParams } from "#app/_server/to-search-params.ts";
import { RunsView } from "#components/runs/list/runs-view.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { hasRole } from "#lib/context/context.ts";
import { listGatedRuns } from "#lib/gates/results/list-gated-runs.ts";
import { listDatasetChoices } from "#lib/models/list-dataset-choices.ts";
import { listModels } from "#lib/models/list-models.ts";
import { findExperiment } from "#lib/runs/find-experiment.ts";
import { runListParams, runListQuery } from "#lib/runs/run-list-params.ts";

export const metadata: Metadata = { title: "Runs" };

type RunsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RunsPage({ searchParams }: RunsPageProps) {
  const { ctx } = await pageContext();
  const list = runListParams(toSearchParams(await searchParams));
  const [page, datasets, models, experiment] = await Promise.all([
    listGatedRuns(ctx, { ...list, limit: 50 }),
    listDatasetChoices(ctx),
    listModels(ctx, { limit: 200 }),
    list.experimentId === null ? null : findExperiment(ctx, list.experimentId),
  ]);
  const canStart = hasRole(ctx, "editor");
  return (
    <Page>
      <PageHeader
        title="Runs"
        description="One run is one model on one dataset version. Select two or more to compare them."
        actions={
          canStart && (
            <LinkButton href="/runs/new" variant="primary">
              Start a run
            </LinkButton>
          )
        }
      />
      <RunsView
        start={{ query: runListQuery(list), page }}
        choices={{
          datasets: datasets.map(({ id, name }) => ({ id, name })),
          models: models.items.map(({ id, name }) => ({ id, name })),
          experiment,
        }}
        canStart={canStart}
      />
    </Page>
  );
}
