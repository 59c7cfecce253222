import { CandidateTable } from "#components/decisions/board/candidate-table.tsx";
import { EarningsCard } from "#components/decisions/board/earnings-card.tsx";
import { FrontierCard } from "#components/decisions/board/frontier-card.tsx";
import { HeadlinePanel } from "#components/decisions/board/headline-panel.tsx";
import { NearBestCard } from "#components/decisions/board/near-best-card.tsx";
import { NextRunsCard } from "#components/decisions/next/next-runs-card.tsx";
import { RecordForm } from "#components/decisions/record/record-form.tsx";
import { ChosenRuns } from "#components/decisions/weigh/chosen-runs.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { type Context, hasRole } from "#lib/context/context.ts";
import type { Board } from "#lib/decisions/board/board-schema.ts";
import { methodsWords } from "#lib/decisions/exporting/methods-words.ts";
import type { RunUnderWay } from "#lib/decisions/next-run/next-run.ts";
import { decideHref, type QuestionParams } from "#lib/decisions/question/question-params.ts";
import type { QuestionInput } from "#lib/decisions/question/question-schema.ts";
import { listDecisions } from "#lib/decisions/reading/list-decisions.ts";
import { waiverReason } from "#lib/decisions/record/waiver-reason.ts";
import { recordDecisionAction, startNextRunAction } from "./actions.ts";
import { loadNext } from "./load-next.ts";

type WeighedProps = {
  ctx: Context;
  board: Board;
  /** As it was before the board was weighed. */
  underWay: readonly RunUnderWay[];
  question: QuestionInput;
  params: QuestionParams;
  supersedesId: string | null;
};

/** The answer to the question of the page, and the way to record it. */
export async function Weighed({ ctx, board, underWay, question, params, supersedesId }: WeighedProps) {
  const { candidates, cheapestRunId, dataset } = board;
  const canEdit = hasRole(ctx, "editor");
  const [{ next, live }, current] = await Promise.all([
    loadNext(ctx, board, underWay),
    canEdit ? currentDecisions(ctx, dataset.id) : [],
  ]);
  const runIds = candidates.map(({ run }) => run.id);
  const takeUp = (runId: string, insteadOf: string) =>
    decideHref({ ...params, dataset: dataset.id, runs: runIds.map((id) => (id === insteadOf ? runId : id)) });
  const start = canEdit ? { start: startNextRunAction, underWay: next.underWay } : null;
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <HeadlinePanel board={board} />
      <Card
        flush
        title="Models against the bar"
        footer={methodsWords(board)}
        description="Those that clear come first, the cheapest on top."
        actions={<ChosenRuns params={params} candidates={candidates} dataset={dataset} />}
      >
        <CandidateTable
          candidates={candidates}
          chosenRunId={cheapestRunId}
          margin={board.nearBest?.margin ?? null}
          start={start}
        />
      </Card>
      <NextRunsCard
        next={next}
        live={live}
        dataset={dataset}
        likeRunId={runIds[0] ?? ""}
        start={canEdit ? startNextRunAction : null}
        takeUpHref={params.runs.length > 0 ? ({ id, insteadOf }) => takeUp(id, insteadOf) : null}
        afterwards={
          params.runs.length > 0
            ? "You chose the runs that are weighed. When another one has finished, it can be weighed in their place."
            : "When a run has finished, this page weighs it by itself."
        }
      />
      <FrontierCard board={board} chosenRunId={cheapestRunId} />
      <NearBestCard board={board} start={start} />
      <EarningsCard board={board} />
      {canEdit && (
        <RecordForm
          key={candidates.map(({ run, standing }) => `${run.id} ${standing}`).join()}
          asked={{ ...question, runIds }}
          question={`Which model for ${dataset.name}?`}
          choices={candidates.map((one) => ({
            runId: one.run.id,
            name: one.model.name,
            waiverReason: waiverReason(one),
          }))}
          current={current.map(({ id, number, question: of, model }) => ({
            id,
            number,
            question: of,
            model,
          }))}
          supersedesId={current.some(({ id }) => id === supersedesId) ? supersedesId : null}
          canWaive={hasRole(ctx, "admin")}
          record={recordDecisionAction}
        />
      )}
    </div>
  );
}

async function currentDecisions(ctx: Context, datasetId: string) {
  return (await listDecisions(ctx, { datasetId, current: true })).items;
}
