import { CandidateTable } from "#components/decisions/board/candidate-table.tsx";
import { EarningsCard } from "#components/decisions/board/earnings-card.tsx";
import { FrontierCard } from "#components/decisions/board/frontier-card.tsx";
import { HeadlinePanel } from "#components/decisions/board/headline-panel.tsx";
import { NearBestCard } from "#components/decisions/board/near-best-card.tsx";
import { RecordForm } from "#components/decisions/record/record-form.tsx";
import { ChosenRuns } from "#components/decisions/weigh/chosen-runs.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { type Context, hasRole } from "#lib/context/context.ts";
import type { Board } from "#lib/decisions/board/board-schema.ts";
import { methodsWords } from "#lib/decisions/exporting/methods-words.ts";
import type { QuestionParams } from "#lib/decisions/question/question-params.ts";
import type { QuestionInput } from "#lib/decisions/question/question-schema.ts";
import { listDecisions } from "#lib/decisions/reading/list-decisions.ts";
import { waiverReason } from "#lib/decisions/record/waiver-reason.ts";
import { recordDecisionAction } from "./actions.ts";

type WeighedProps = {
  ctx: Context;
  board: Board;
  question: QuestionInput;
  params: QuestionParams;
  supersedesId: string | null;
};

/** The answer to the question of the page, and the way to record it. */
export async function Weighed({ ctx, board, question, params, supersedesId }: WeighedProps) {
  const { candidates, cheapestRunId, dataset } = board;
  const canEdit = hasRole(ctx, "editor");
  const current = canEdit ? (await listDecisions(ctx, { datasetId: dataset.id, current: true })).items : [];
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
          start={canEdit ? { datasetId: dataset.id } : null}
        />
      </Card>
      <FrontierCard board={board} chosenRunId={cheapestRunId} />
      <NearBestCard board={board} />
      <EarningsCard board={board} />
      {canEdit && (
        <RecordForm
          key={candidates.map(({ run, standing }) => `${run.id} ${standing}`).join()}
          asked={{ ...question, runIds: candidates.map(({ run }) => run.id) }}
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
