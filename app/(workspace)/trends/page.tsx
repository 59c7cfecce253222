import { ChartLine } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { toSearchParams } from "#app/_server/to-search-params.ts";
import { TrendsView } from "#components/trends/trends-view.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { hasRole } from "#lib/context/context.ts";
import { listAcceptedRuns } from "#lib/trends/alarm/list-accepted-runs.ts";
import { getTrend } from "#lib/trends/get-trend.ts";
import { listTrendDatasets } from "#lib/trends/list-trend-datasets.ts";
import { packTrend } from "#lib/trends/pack-trend.ts";
import { trendParams } from "#lib/trends/trend-params.ts";
import { TrendAlarms } from "./alarms.tsx";

export const metadata: Metadata = { title: "Trends" };

type TrendsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TrendsPage({ searchParams }: TrendsPageProps) {
  const { ctx } = await pageContext();
  const { datasetId: asked, view: _view, ...params } = trendParams(toSearchParams(await searchParams));
  const datasets = await listTrendDatasets(ctx);
  const datasetId = asked ?? datasets[0]?.id;
  const trend = datasetId === undefined ? null : await orNotFound(getTrend(ctx, { ...params, datasetId }));
  const accepted = trend === null ? [] : await listAcceptedRuns(ctx, trend);
  const isNarrowed = params.modelIds.length > 0 || params.range !== null;
  return (
    <Page>
      <PageHeader
        title="Trends"
        description="The finished runs of a dataset over time or versions. Only comparable runs are joined by a line: one model, one choice of splits."
      />
      {trend === null || (trend.runs.length === 0 && !isNarrowed) ? (
        <Card>
          <EmptyState
            icon={<ChartLine />}
            title={trend === null ? "No finished runs yet" : `No finished runs on ${trend.dataset.name} yet`}
            text="Each finished run becomes a point here: its pass rate with interval, latency, cost and errors."
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
          packed={packTrend(trend)}
          datasets={
            datasets.some((one) => one.id === trend.dataset.id) ? datasets : [trend.dataset, ...datasets]
          }
          accepted={accepted.map(({ run, approvedAt, value }) => ({
            number: run.number,
            finishedAt: run.finishedAt,
            approvedAt,
            value,
          }))}
          alarms={
            <Suspense key={JSON.stringify(params)} fallback={<Skeleton className="h-28" />}>
              <TrendAlarms ctx={ctx} trend={trend} accepted={accepted} />
            </Suspense>
          }
        />
      )}
    </Page>
  );
}
