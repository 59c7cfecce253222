import { Card } from "#components/ui/layout/card.tsx";
import type { Scorecard } from "#lib/scorecards/scorecard.ts";
import { BillLine } from "./bill-line.tsx";
import { FinishReasons } from "./finish-reasons.tsx";

export type AnswersCardProps = { runId: string; scorecard: Pick<Scorecard, "bill" | "finishReasons"> };

/** What the answers cost and how they ended. */
export function AnswersCard({ runId, scorecard: { bill, finishReasons } }: AnswersCardProps) {
  if (bill === null || finishReasons.length === 0) return null;
  return (
    <Card>
      <h2 className="sr-only">Bill and ends of the answers</h2>
      <div className="flex flex-col gap-2">
        <BillLine bill={bill} />
        <FinishReasons runId={runId} reasons={finishReasons} />
      </div>
    </Card>
  );
}
