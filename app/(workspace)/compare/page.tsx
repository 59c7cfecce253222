import type { Metadata } from "next";
import { Suspense } from "react";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { toSearchParams } from "#app/_server/to-search-params.ts";
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
import { listComparedCases } from "#lib/comparisons/cases/list-compared-cases.ts";
import { readMargin } from "#lib/comparisons/cases/read-margin.ts";
import { loadComparedRuns } from "#lib/comparisons/compared-run.ts";
import type { Comparison, ComparisonResult } from "#lib/comparisons/comparison.ts";
import { getConfigurationDifference } from "#lib/comparisons/configuration/get-configuration-difference.ts";
import { getComparison } from "#lib/comparisons/get-comparison.ts";
import type { Context } from "#lib/context/context.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { listRecentRuns } from "#lib/trends/list-recent-runs.ts";

export const metadata: Metadata = { title: "Compare" };

type ComparePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ComparePage({ searchParams }: ComparePageProps) {
  const { ctx } = await pageContext();
  const query = toSearchParams(await searchParams);
  const params = knownIds(comparedCaseParams(query));
  // Before anything is sent: what comes in pieces can no longer be answered with "not found".
  if (params.runIds.length >= 2) await orNotFound(loadComparedRuns(ctx, params.runIds));
  return (
    <Page>
      <PageHeader
        title="Compare"
        description="Two to ten runs matched case by case: what regressed, what was fixed, and whether the difference is more than noise."
      />
      {params.runIds.length < 2 ? (
        <Start ctx={ctx} baselineId={params.runIds[0]} />
      ) : (
        <>
          {(query.get("runs") ?? "").split(",").length > mostRuns && (
            <Alert title={`At most ${mostRuns} runs are compared at a time`}>
              The first {mostRuns} that were chosen are shown. Remove some of them to add others.
            </Alert>
          )}
          <Suspense key={params.runIds.join(" ")} fallback={<ComparisonSkeleton />}>
            <Compared ctx={ctx} params={params} margin={readMargin(query)} />
          </Suspense>
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

type ComparedProps = { ctx: Context; params: ComparedCaseParams; margin: number };

async function Compared({ ctx, params, margin }: ComparedProps) {
  const { runIds, againstId, graderVersionId } = params;
  const [comparison, page] = await orNotFound(
    Promise.all([
      getComparison(ctx, { runIds, againstId, graderVersionId, margin }),
      listComparedCases(ctx, { ...params, limit: 100 }),
    ]),
  );
  const { baseline, runs, result, otherDatasets } = comparison;
  return (
    <>
      <RunBar runs={runs.map((run) => toBarRun(run, baseline))} dataset={baseline.dataset} />
      {result === null ? (
        <ComparisonNotes notes={otherDatasets} />
      ) : (
        <Result ctx={ctx} params={params} comparison={comparison} result={result} page={page} />
      )}
    </>
  );
}

type ResultProps = {
  ctx: Context;
  params: ComparedCaseParams;
  comparison: Comparison;
  result: ComparisonResult;
  page: Awaited<ReturnType<typeof listComparedCases>>;
};

async function Result({ ctx, params, comparison, result, page }: ResultProps) {
  const { baseline, comparedIds, runs } = comparison;
  const { run, counts } = result.candidate;
  const configuration = await getConfigurationDifference(ctx, {
    baselineId: baseline.id,
    candidateId: run.id,
  });
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
