import { Scale } from "lucide-react";
import type { Metadata } from "next";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { toSearchParams } from "#app/_server/to-search-params.ts";
import { AcrossTable } from "#components/decisions/several/across-table.tsx";
import { readSets, setsHref } from "#components/decisions/several/sets-address.ts";
import { SetsForm } from "#components/decisions/several/sets-form.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkTabs } from "#components/ui/layout/link-tabs.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { weighAcross } from "#lib/decisions/several/weigh-across.ts";
import { listTrendDatasets } from "#lib/trends/list-trend-datasets.ts";

export const metadata: Metadata = { title: "Several datasets together" };

type SeveralPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SeveralPage({ searchParams }: SeveralPageProps) {
  const { ctx } = await pageContext();
  const asked = readSets(toSearchParams(await searchParams));
  const offered = await listTrendDatasets(ctx);
  const sets =
    asked.sets.length > 0
      ? asked.sets
      : offered.slice(0, 3).map(({ id }) => ({ datasetId: id, weight: "1" }));
  const { datasets, rows } = await orNotFound(
    weighAcross(ctx, {
      sets: sets.map(({ datasetId, weight }) => ({ datasetId, weight: numberOf(weight) })),
      order: asked.order,
    }),
  );
  return (
    <Page>
      <PageHeader
        title="Several datasets together"
        breadcrumb={[{ label: "Decisions", href: "/decisions" }, { label: "Several datasets" }]}
        description="The latest run of every model on each dataset: weighted as your traffic is, or by the dataset or the slice where a model does worst."
        tabs={
          <LinkTabs
            label="Order of the models"
            activeHref={setsHref({ sets, order: asked.order })}
            tabs={[
              { href: setsHref({ sets, order: "weighted" }), label: "By weighted pass rate" },
              { href: setsHref({ sets, order: "worst" }), label: "By the worst dataset" },
              { href: setsHref({ sets, order: "slice" }), label: "By the worst slice" },
            ]}
          />
        }
      />
      {datasets.length === 0 ? (
        <Card>
          <EmptyState
            icon={<Scale />}
            title="No finished runs yet"
            text="Models can be weighed over several datasets once they have finished runs on them."
          />
        </Card>
      ) : (
        <>
          <SetsForm
            key={setsHref({ sets, order: asked.order })}
            sets={sets}
            order={asked.order}
            offered={offered}
          />
          <Card
            flush
            title="Models"
            footer="Pass rates with 95 % Wilson intervals, at the effective n where attempts depend on one another. The weighted rate is Σ weight · rate with a MOVER interval built from those (Zou and Donner 2008). The worst of several rates is a little too low by chance; slices count from 30 attempts with a verdict. A model without a run on each dataset has neither figure."
          >
            <AcrossTable datasets={datasets} rows={rows} order={asked.order} />
          </Card>
        </>
      )}
    </Page>
  );
}

function numberOf(weight: string): number {
  const value = Number(weight);
  return Number.isFinite(value) && value >= 0 && value <= 1_000_000 ? value : 0;
}
