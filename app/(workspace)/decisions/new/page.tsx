import { Scale } from "lucide-react";
import type { Metadata } from "next";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { toSearchParams } from "#app/_server/to-search-params.ts";
import { QuestionForm } from "#components/decisions/weigh/question-form.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { hasRole } from "#lib/context/context.ts";
import { listSliceChoices } from "#lib/decisions/question/list-slice-choices.ts";
import { withPolicy } from "#lib/decisions/question/params-of-question.ts";
import { decideHref, readQuestionParams } from "#lib/decisions/question/question-params.ts";
import { readQuestion } from "#lib/decisions/question/read-question.ts";
import { findPolicy } from "#lib/gates/policy/find-policy.ts";
import { isId } from "#lib/ids/is-id.ts";
import { listTrendDatasets } from "#lib/trends/list-trend-datasets.ts";
import { Weighed } from "../weighed.tsx";
import { weighOrSay } from "./weigh-or-say.ts";

export const metadata: Metadata = { title: "Choose a model" };

type NewDecisionPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewDecisionPage({ searchParams }: NewDecisionPageProps) {
  const { ctx } = await pageContext();
  const query = toSearchParams(await searchParams);
  const asked = readQuestionParams(query);
  const datasets = await listTrendDatasets(ctx);
  const params = { ...asked, dataset: asked.dataset || (datasets[0]?.id ?? "") };
  const { question, problems } = readQuestion(params);
  const [weighed, slices, policy] =
    question === null
      ? [null, [], null]
      : await orNotFound(
          Promise.all([
            weighOrSay(ctx, question),
            listSliceChoices(ctx, question.datasetId),
            findPolicy(ctx, question.datasetId),
          ]),
        );
  const board = weighed?.board ?? null;
  const supersedes = query.get("supersedes");
  return (
    <Page>
      <PageHeader
        title="Choose a model"
        breadcrumb={[{ label: "Decisions", href: "/decisions" }, { label: "Choose a model" }]}
        description="Which is the cheapest model that provably clears the bar? Set the bar, see who clears it and why, and record the choice."
      />
      {weighed?.problem && (
        <Alert
          tone="warning"
          title="The models could not be weighed"
          action={
            <LinkButton href={decideHref({ ...params, runs: [] })} size="sm">
              Latest run of every model
            </LinkButton>
          }
        >
          {weighed.problem}
        </Alert>
      )}
      {weighed?.problem ? null : question === null || board === null || board.candidates.length === 0 ? (
        <Card>
          <EmptyState
            icon={<Scale />}
            title={board === null ? "No finished runs yet" : `No finished run on ${board.dataset.name} yet`}
            text="A model is weighed by its latest finished run on a dataset. Start a run with every model that could be chosen."
            action={
              hasRole(ctx, "editor") && (
                <LinkButton
                  href={board === null ? "/runs/new" : `/runs/new?dataset=${board.dataset.id}`}
                  variant="primary"
                >
                  Start a run
                </LinkButton>
              )
            }
          />
        </Card>
      ) : (
        <div className="grid items-start gap-5 xl:grid-cols-[20rem_minmax(0,1fr)]">
          <QuestionForm
            key={query.toString()}
            params={params}
            problems={problems}
            datasets={
              datasets.some(({ id }) => id === board.dataset.id) ? datasets : [board.dataset, ...datasets]
            }
            slices={slices}
            gateHref={policy && decideHref(withPolicy(params, policy.policy))}
            models={board.candidates.map(({ model, costPer1000 }) => ({
              id: model.id,
              name: model.name,
              isMeasured: costPer1000 !== null && !costPer1000.stated && costPer1000.unknown === 0,
            }))}
          />
          <Weighed
            ctx={ctx}
            board={board}
            underWay={weighed?.problem === null ? weighed.underWay : []}
            question={question}
            params={params}
            supersedesId={isId(supersedes) ? supersedes : null}
          />
        </div>
      )}
    </Page>
  );
}
