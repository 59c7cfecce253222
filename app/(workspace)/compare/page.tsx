import type { Metadata } from "next";
import { z } from "zod";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { toSearchParams } from "#app/_server/to-search-params.ts";
import { ComparisonBar } from "#components/comparisons/bar/comparison-bar.tsx";
import { ComparisonStart } from "#components/comparisons/bar/comparison-start.tsx";
import { MoreRuns } from "#components/comparisons/bar/more-runs.tsx";
import { ComparedCasesView } from "#components/comparisons/cases/compared-cases-view.tsx";
import { ComparisonNotes } from "#components/comparisons/summary/comparison-notes.tsx";
import { GraderComparisonCard } from "#components/comparisons/summary/grader-comparison.tsx";
import { ModelDifferenceCard } from "#components/comparisons/summary/model-difference-card.tsx";
import { VerdictPanel } from "#components/comparisons/summary/verdict-panel.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { Section } from "#components/ui/layout/section.tsx";
import { comparedCaseParams, comparedCaseQuery } from "#lib/comparisons/cases/compared-case-params.ts";
import { listComparedCases } from "#lib/comparisons/cases/list-compared-cases.ts";
import { getComparison } from "#lib/comparisons/get-comparison.ts";
import { loadComparedRuns } from "#lib/comparisons/pairs/compared-run.ts";
import { modelDifference } from "#lib/comparisons/rules/model-changes.ts";
import type { Context } from "#lib/context/context.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getModelVersion } from "#lib/models/get-model-version.ts";
import { listRecentRuns } from "#lib/trends/list-recent-runs.ts";

export const metadata: Metadata = { title: "Compare" };

const runsSchema = z
  .string()
  .transform((text) =>
    [...new Set(text.split(","))].filter((id) => idSchema.safeParse(id).success).slice(0, 10),
  )
  .catch([]);

type ComparePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ComparePage({ searchParams }: ComparePageProps) {
  const { ctx } = await pageContext();
  const query = toSearchParams(await searchParams);
  const runIds = runsSchema.parse(query.get("runs") ?? "");
  const [baselineId, candidateId] = runIds;
  return (
    <Page>
      <PageHeader
        title="Compare"
        description="Two runs matched case by case: what was fixed, what was broken, and whether the difference is more than noise."
      />
      {baselineId === undefined || candidateId === undefined ? (
        <Start ctx={ctx} baselineId={baselineId} />
      ) : (
        <Compared ctx={ctx} query={query} runIds={runIds} pair={{ baselineId, candidateId }} />
      )}
    </Page>
  );
}

async function Start({ ctx, baselineId }: { ctx: Context; baselineId: string | undefined }) {
  const [chosen, recent] = await Promise.all([
    baselineId === undefined ? [] : orNotFound(loadComparedRuns(ctx, [baselineId])),
    baselineId === undefined ? listRecentRuns(ctx) : [],
  ]);
  return <ComparisonStart chosen={chosen[0] ?? null} recent={recent} />;
}

type ComparedProps = {
  ctx: Context;
  query: URLSearchParams;
  runIds: readonly string[];
  pair: { baselineId: string; candidateId: string };
};

async function Compared({ ctx, query, runIds, pair }: ComparedProps) {
  const params = { ...comparedCaseParams(query), ...pair };
  const known = idSchema.safeParse(params.graderVersionId).success
    ? params
    : { ...params, graderVersionId: null };
  const [comparison, cases, more] = await Promise.all([
    orNotFound(getComparison(ctx, pair)),
    orNotFound(listComparedCases(ctx, { ...known, limit: 100 })),
    orNotFound(loadComparedRuns(ctx, runIds.slice(2))),
  ]);
  const { baseline, candidate } = comparison;
  const [modelA, modelB] = await Promise.all([
    getModelVersion(ctx, baseline.model.versionId),
    getModelVersion(ctx, candidate.model.versionId),
  ]);
  return (
    <>
      <ComparisonBar baseline={baseline} candidate={candidate} runIds={runIds} />
      <MoreRuns runIds={runIds} more={more} />
      <ComparisonNotes notes={comparison.notes.filter((note) => note.tone === "warning")} />
      <VerdictPanel comparison={comparison} />
      <ComparisonNotes notes={comparison.notes.filter((note) => note.tone === "info")} />
      <GraderComparisonCard comparison={comparison} runIds={runIds} />
      <Section
        title="Cases"
        description="Each count filters the table. Open a row to read both answers next to each other."
      >
        <ComparedCasesView
          key={`${pair.baselineId} ${pair.candidateId}`}
          pair={pair}
          numbers={{ a: baseline.number, b: candidate.number }}
          counts={comparison.buckets}
          graders={comparison.graders}
          start={{ query: comparedCaseQuery(params), page: cases }}
        />
      </Section>
      <ModelDifferenceCard
        difference={modelDifference(modelA, modelB)}
        labels={{ a: `run ${baseline.number}`, b: `run ${candidate.number}` }}
      />
    </>
  );
}
