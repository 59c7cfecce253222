import { Database } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { pageContext } from "#app/_server/page-context.ts";
import { DatasetsSearch } from "#components/datasets/details/datasets-search.tsx";
import { DatasetsTable } from "#components/datasets/details/datasets-table.tsx";
import { LoadMore } from "#components/ui/display/load-more.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { hasRole } from "#lib/context/context.ts";
import { listDatasets } from "#lib/datasets/list-datasets.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

export const metadata: Metadata = { title: "Datasets" };

const searchSchema = z.object({
  q: z.string().max(200).catch(""),
  show: z.enum(["active", "archived"]).catch("active"),
  after: idSchema.nullable().catch(null),
});

export default async function DatasetsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const { ctx } = await pageContext();
  const { q, show, after } = searchSchema.parse(await searchParams);
  const { items, nextCursor } = await listDatasets(ctx, { search: q, show, cursor: after, limit: 50 });
  const canEdit = hasRole(ctx, "editor");
  const isFiltered = q !== "" || show === "archived" || after !== null;
  const hrefOf = (cursor: string | null) =>
    `/datasets?${new URLSearchParams({ ...(q && { q }), ...(show === "archived" && { show }), ...(cursor && { after: cursor }) })}`;

  return (
    <Page>
      <PageHeader
        title="Datasets"
        description="The cases that decide which model ships. Each version is a fixed snapshot that runs are measured on."
        actions={
          canEdit && (
            <LinkButton href="/datasets/new" variant="primary">
              New dataset
            </LinkButton>
          )
        }
      />
      {items.length === 0 && !isFiltered ? (
        <Card>
          <EmptyState
            icon={<Database />}
            title="No datasets yet"
            text="A dataset holds your own cases: an input, and what a right answer looks like. Import the ones you have, or write the first by hand."
            action={
              canEdit && (
                <LinkButton href="/datasets/new" variant="primary">
                  Create a dataset
                </LinkButton>
              )
            }
          />
        </Card>
      ) : (
        <>
          <DatasetsSearch />
          <Card flush>
            {items.length === 0 ? (
              <EmptyState
                title={show === "archived" ? "No archived datasets" : "No dataset matches"}
                text="Look for another word, or show all datasets."
                action={<LinkButton href="/datasets">Show all datasets</LinkButton>}
              />
            ) : (
              <DatasetsTable rows={items} />
            )}
          </Card>
          <LoadMore
            shown={items.length}
            nextHref={nextCursor && hrefOf(nextCursor)}
            firstHref={after && hrefOf(null)}
            noun="datasets"
          />
        </>
      )}
    </Page>
  );
}
