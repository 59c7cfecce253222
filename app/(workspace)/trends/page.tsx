import { ChartLine } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { TrendsView } from "#components/trends/trends-view.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { hasRole } from "#lib/context/context.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { listTrendDatasets } from "#lib/trends/list-trend-datasets.ts";
import { listTrendRuns } from "#lib/trends/list-trend-runs.ts";

export const metadata: Metadata = { title: "Trends" };

const searchSchema = z.object({ dataset: idSchema.nullable().catch(null) });

export default async function TrendsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const { ctx } = await pageContext();
  const { dataset } = searchSchema.parse(await searchParams);
  const datasets = await listTrendDatasets(ctx);
  const datasetId = dataset ?? datasets[0]?.id;
  const trend = datasetId === undefined ? null : await orNotFound(listTrendRuns(ctx, { datasetId }));
  return (
    <Page>
      <PageHeader
        title="Trends"
        description="The finished runs of a dataset over time, one line a model. Runs over other splits are lines of their own."
      />
      {trend === null || trend.runs.length === 0 ? (
        <Card>
          <EmptyState
            icon={<ChartLine />}
            title={trend === null ? "No finished runs yet" : `No finished runs on ${trend.dataset.name} yet`}
            text="Each finished run becomes a point here: its pass rate with interval, p95 latency and cost."
            action={
              hasRole(ctx, "editor") && (
                <LinkButton
                  href={datasetId ? `/runs/new?dataset=${datasetId}` : "/runs/new"}
                  variant="primary"
                >
                  Start a run
                </LinkButton>
              )
            }
            secondary={trend !== null && <LinkButton href="/trends">Other datasets</LinkButton>}
          />
        </Card>
      ) : (
        <TrendsView
          key={trend.dataset.id}
          trend={trend}
          datasets={
            datasets.some((one) => one.id === trend.dataset.id) ? datasets : [trend.dataset, ...datasets]
          }
        />
      )}
    </Page>
  );
}
