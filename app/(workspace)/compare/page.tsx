import type { Metadata } from "next";
import { Suspense } from "react";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { toSearchParams } from "#app/_server/to-search-params.ts";
import { within } from "#app/_server/within.ts";
import { ComparisonStart } from "#components/comparisons/bar/comparison-start.tsx";
import { RunBar } from "#components/comparisons/bar/run-bar.tsx";
import { toBarRun } from "#components/comparisons/bar/to-bar-run.ts";
import { ComparedCasesView } from "#components/comparisons/cases/compared-cases-view.tsx";
import { ComparisonSkeleton } from "#components/comparisons/comparison-skeleton.tsx";
import {
  ComparisonBreakdown,
  ComparisonOverview,
  ComparisonQuantities,
} from "#components/comparisons/comparison-view.tsx";
import { ComparisonNotes } from "#components/comparisons/summary/comparison-notes.tsx";
import { ConfigurationCard } from "#components/comparisons/summary/configuration-card.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { Section } from "#components/ui/layout/section.tsx";
import {
  type ComparedCaseParams,
  comparedCaseParams,
  comparedCaseQuery,
  mostRuns,
} from "#lib/comparisons/cases/compared-case-params.ts";
import type { ComparedCasePage } from "#lib/comparisons/cases/list-compared-cases.ts";
import { readMargin } from "#lib/comparisons/cases/read-margin.ts";
import { loadComparedRuns } from "#lib/comparisons/compared-run.ts";
import type { Comparison, ComparisonResult } from "#lib/comparisons/comparison.ts";
import type { ConfigurationDifference } from "#lib/comparisons/configuration/get-configuration-difference.ts";
import { type ComparisonPage, loadComparisonPage } from "#lib/comparisons/load-comparison-page.ts";
import type { Context } from "#lib/context/context.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { listRecentRuns } from "#lib/trends/list-recent-runs.ts";

export const metadata: Metadata = { title: "Compare" };

/** Somewhat more than a high screen shows: what comes with the document delays it, and the others are read when they come into view. */
const firstRows = 50;
/**
 * What is read by then is sent whole. What comes later comes in a piece of its own, which React shows 300 ms after the first painting at the
 * earliest, and a browser without scripts never.
 */
const patienceMs = 400;

type ComparePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ComparePage({ searchParams }: ComparePageProps) {
  const { ctx } = await pageContext();
  const query = toSearchParams(await searchParams);
  const params = knownIds(comparedCaseParams(query));
  // Before anything is sent: what comes in pieces can no longer be answered with "not found".
  const runs = params.runIds.length < 2 ? [] : await orNotFound(loadComparedRuns(ctx, params.runIds));
  const reading =
    runs.length < 2
      ? null
      : loadComparisonPage(ctx, { params, margin: readMargin(query), runs, limit: firstRows });
  const soon = reading && (await orNotFound(within(reading, patienceMs)));
  return (
    <Page>
      <PageHeader
        title="Compare"
        description="Two to ten runs matched case by case: what regressed, what was fixed, and whether the difference is more than noise."
      />
      {reading === null ? (
        <Start ctx={ctx} baselineId={params.runIds[0]} />
      ) : (
        <>
          {(query.get("runs") ?? "").split(",").length > mostRuns && (
            <Alert title={`At most ${mostRuns} runs are compared at a time`}>
              The first {mostRuns} that were chosen are shown. Remove some of them to add others.
            </Alert>
          )}
          {soon === null ? (
            <Suspense key={params.runIds.join(" ")} fallback={<ComparisonSkeleton />}>
              <Later reading={reading} params={params} />
            </Suspense>
          ) : (
            <Compared key={params.runIds.join(" ")} params={params} {...soon} />
          )}
        </>
      )}
    </Page>
  );
}

/** What is no id of anything is passed over. */
function knownIds(params: ComparedCaseParams): ComparedCaseParams {
  const known = (id: string | null) => (idSchema.safeParse(id).success ? id : null);
  return {
    ...params,
    runIds: params.runIds.filter((id) => known(id) !== null),
    againstId: known(params.againstId),
    graderVersionId: known(params.graderVersionId),
    soleId: known(params.soleId),
  };
}

async function Start({ ctx, baselineId }: { ctx: Context; baselineId: string | undefined }) {
  const [chosen, recent] = await Promise.all([
    baselineId === undefined ? [] : orNotFound(loadComparedRuns(ctx, [baselineId])),
    baselineId === undefined ? listRecentRuns(ctx) : [],
  ]);
  return <ComparisonStart chosen={chosen[0] ?? null} recent={recent} />;
}

async function Later({ reading, params }: { reading: Promise<ComparisonPage>; params: ComparedCaseParams }) {
  return <Compared params={params} {...(await orNotFound(reading))} />;
}

type ComparedProps = ComparisonPage & { params: ComparedCaseParams };

function Compared({ params, comparison, page, configuration }: ComparedProps) {
  const { baseline, runs, result, otherDatasets } = comparison;
  return (
    <>
      <RunBar runs={runs.map((run) => toBarRun(run, baseline))} dataset={baseline.dataset} />
      {result === null || configuration === null ? (
        <ComparisonNotes notes={otherDatasets} />
      ) : (
        <Result
          params={params}
          comparison={comparison}
          result={result}
          page={page}
          configuration={configuration}
        />
      )}
    </>
  );
}

type ResultProps = {
  params: ComparedCaseParams;
  comparison: Comparison;
  result: ComparisonResult;
  page: ComparedCasePage;
  configuration: ConfigurationDifference;
};

function Result({ params, comparison, result, page, configuration }: ResultProps) {
  const { baseline, comparedIds, runs } = comparison;
  const { run, counts } = result.candidate;
  const kept = {
    ...(params.graderVersionId && { grader: params.graderVersionId }),
    margin: String(result.margin * 100),
  };
  return (
    <>
      <ComparisonOverview comparison={comparison} result={result} kept={kept} />
      <Section
        id="cases"
        title="Cases"
        description={`What became of them from run ${baseline.number} to run ${run.number}, what got worse first. Each count filters the table; open a row to read the answers next to each other.`}
      >
        <ComparedCasesView
          key={params.runIds.join(" ")}
          runIds={params.runIds}
          againstId={run.id}
          runs={comparedIds.flatMap((id) => {
            const found = runs.find((one) => one.id === id);
            return found === undefined
              ? []
              : [{ id, number: found.number, modelName: found.model.name, isBaseline: id === baseline.id }];
          })}
          counts={counts}
          critical={result.critical}
          graders={result.graders}
          slices={result.slices}
          modes={result.modes?.names ?? []}
          start={{ query: comparedCaseQuery(params), page }}
        />
      </Section>
      <ComparisonBreakdown comparison={comparison} result={result} />
      <ComparisonQuantities comparison={comparison} result={result} />
      <ConfigurationCard
        difference={configuration}
        labels={{ a: `run ${baseline.number}`, b: `run ${run.number}` }}
      />
    </>
  );
}
