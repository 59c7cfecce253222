import { Card } from "#components/ui/layout/card.tsx";
import type { Scorecard } from "#lib/scorecards/scorecard.ts";
import { Bill, type BillProps } from "../bill.tsx";
import { FinishReasons } from "./finish-reasons.tsx";

export type AnswersCardProps = {
  runId: string;
  scorecard: Pick<Scorecard, "bill" | "finishReasons">;
  bill: BillProps | null;
};

/** What the answers cost and how they ended. */
export function AnswersCard({ runId, scorecard, bill }: AnswersCardProps) {
  if (scorecard.finishReasons.length === 0) return null;
  return (
    <Card>
      <h2 className="sr-only">Bill and ends of the answers</h2>
      <div className="flex flex-col gap-2">
        {bill !== null && <Bill {...bill} answers={scorecard.bill} />}
        <FinishReasons runId={runId} reasons={scorecard.finishReasons} />
      </div>
    </Card>
  );
}
