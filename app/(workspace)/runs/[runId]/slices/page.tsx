import { Download } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { toSearchParams } from "#app/_server/to-search-params.ts";
import { gridHref } from "#components/runs/scorecard/grid/grid-hrefs.ts";
import { gridMethods, methodsNote } from "#components/runs/scorecard/grid/grid-methods.ts";
import { GridTable } from "#components/runs/scorecard/grid/grid-table.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkTabs } from "#components/ui/layout/link-tabs.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { idSchema } from "#lib/ids/id-schema.ts";
import type { GraderGrid } from "#lib/scorecards/grid/grader-grid.ts";
import { gridQuery, readGridView, viewRows } from "#lib/scorecards/grid/grid-view.ts";
import { loadGraderGrid } from "#lib/scorecards/grid/load-grader-grid.ts";
import { dimensionLabel } from "#lib/scorecards/slice-words.ts";

export const metadata: Metadata = { title: "Graders by slice" };

type SlicesPageProps = {
  params: Promise<{ runId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SlicesPage({ params, searchParams }: SlicesPageProps) {
  const { ctx } = await pageContext();
  const id = idSchema.safeParse((await params).runId);
  if (!id.success) notFound();
  const runId = id.data;
  const view = readGridView(toSearchParams(await searchParams));
  const { run, grid } = await orNotFound(loadGraderGrid(ctx, { runId }));
  const dimensions = [...new Set(grid.rows.flatMap(({ slice }) => slice?.dimension ?? []))].sort();
  const tabs = [
    { href: gridHref(runId, { ...view, by: null, marked: false }), label: "Every slice" },
    ...dimensions.map((by) => ({
      href: gridHref(runId, { ...view, by, marked: false }),
      label: dimensionLabel(by),
    })),
    { href: gridHref(runId, { ...view, by: null, marked: true }), label: "Proven only" },
  ];
  const query = gridQuery(view);
  const methods = gridMethods(grid);
  return (
    <Page>
      <PageHeader
        title={`Run ${run.number}: graders by slice`}
        breadcrumb={[
          { label: "Runs", href: "/runs" },
          { label: `Run ${run.number}`, href: `/runs/${runId}` },
          { label: "Graders by slice" },
        ]}
        description="The pass rate of the verdict and of every grader in every slice. A rate leads to the cases that did not pass."
        actions={
          <LinkButton
            href={`/api/v1/runs/${runId}/slices?format=csv${query === "" ? "" : `&${query}`}`}
            download
            prefetch={false}
          >
            <Download aria-hidden />
            CSV
          </LinkButton>
        }
        tabs={<LinkTabs label="Slices" tabs={tabs} activeHref={gridHref(runId, view)} />}
      />
      <Card flush title="Graders by slice" description={familyWords(grid)} footer={methodsNote(methods)}>
        <GridTable runId={runId} grid={grid} rows={viewRows(grid, view)} view={view} methods={methods} />
      </Card>
    </Page>
  );
}

/** How many cells were looked at, because each further look needs stronger proof. */
function familyWords({ rows, family, hidden }: GraderGrid): string {
  if (family === 0)
    return "The cases of this run have no tags or fields that divide them, so there is only the whole run.";
  const proven = rows.flatMap(({ cells }) => cells).filter((cell) => cell?.against?.proven != null).length;
  const left = hidden === 0 ? "" : ` ${formatCount(hidden)} smaller slices are left out.`;
  return `Of ${formatCount(family)} rates ${proven === 0 ? "none is" : `${formatCount(proven)} ${proven === 1 ? "is" : "are"}`} proven to differ from the rest of the run.${left}`;
}
