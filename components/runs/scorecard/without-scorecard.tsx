import { Alert } from "#components/ui/feedback/alert.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import type { RunProgress } from "#lib/runs/run-progress.ts";
import { OutcomeLine } from "./verdict/outcome-line.tsx";

export type WithoutScorecardProps = { runId: string; progress: RunProgress };

/** A run that stopped before its end: why, and where its cases went. It makes no claim about the model. */
export function WithoutScorecard({ runId, progress }: WithoutScorecardProps) {
  const { planned, passed, failed, errored, unscored } = progress;
  const missing = planned - passed - failed - errored - unscored;
  return (
    <>
      <Alert tone="danger" title="This run stopped and has no scorecard">
        <span className="untrusted-text">
          {progress.stateReason ?? "No reason was recorded."} Every answer so far is kept and listed below.
        </span>
      </Alert>
      <Card title="Where the cases went">
        <OutcomeLine runId={runId} counts={{ planned, passed, failed, errored, unscored, missing }} />
      </Card>
    </>
  );
}
