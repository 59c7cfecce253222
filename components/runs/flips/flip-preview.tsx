"use client";

import { useEffect } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Progress } from "#components/ui/feedback/progress.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import type { GraderChange } from "#lib/runs/control/grading/preview/grader-change.ts";
import { FlipList } from "./flip-list.tsx";
import { FlipTable } from "./flip-table.tsx";
import { changeSentence } from "./flip-words.ts";
import { OutsideGraders } from "./outside-graders.tsx";
import { useFlipPreview } from "./use-flip-preview.ts";

export type FlipPreviewProps = {
  runId: string;
  /** Give it a key made of this: another change is another preview. */
  change: GraderChange;
  /** `at-once` begins when it is shown, `on-press` waits for a button. */
  begins: "at-once" | "on-press";
};

/** Which verdicts would change if a run were graded again. Nothing is stored until somebody applies it. */
export function FlipPreview({ runId, change, begins }: FlipPreviewProps) {
  const { state, start, takeSample, stop } = useFlipPreview(runId, change);
  const { phase, plan, totals, failure, sample, sampling } = state;
  useEffect(() => {
    if (begins === "at-once") void start();
  }, [begins, start]);
  const inline = plan?.graders.filter(({ execution }) => execution === "inline") ?? [];
  const outside = plan?.graders.filter(({ execution }) => execution !== "inline") ?? [];
  const isWorking = phase === "working";

  return (
    <section aria-label="Preview of the verdicts" className="flex min-w-0 flex-col gap-3">
      {isWorking && (
        <div className="flex items-end gap-3">
          <Progress
            className="flex-1"
            label="Grading the stored answers to see what would change; nothing is stored"
            max={plan?.lookedAt ?? 1}
            value={totals.looked}
            detail={plan && `${formatCount(totals.looked)} of ${formatCount(plan.lookedAt)}`}
          />
          <Button size="sm" onClick={stop}>
            Stop
          </Button>
        </div>
      )}
      <div aria-live="polite" className="text-sm empty:hidden">
        {!isWorking && totals.looked > 0 && (
          <p>
            <span className="font-medium">{changeSentence(totals.attempts)}</span>
            <span className="text-muted"> {extentWords(totals.looked, plan?.answers ?? 0)}</span>
          </p>
        )}
      </div>
      {plan && inline.length > 0 && totals.looked > 0 && (
        <FlipTable caption="Grades that would change, by grader" graders={inline} counts={totals.graders} />
      )}
      {plan && <FlipList runId={runId} graders={plan.graders} flips={totals.flips} />}
      {plan && outside.length > 0 && !isWorking && (
        <OutsideGraders
          runId={runId}
          plan={plan}
          graders={outside}
          sample={sample}
          sampling={sampling}
          onSample={() => void takeSample()}
        />
      )}
      {failure !== null && (
        <Alert tone="danger" live title="The preview did not work">
          {failure}
        </Alert>
      )}
      {!isWorking && phase !== "done" && (
        <div>
          <Button size="sm" onClick={() => void start()}>
            {phase === "idle" ? "Show which verdicts would change" : "Start the preview again"}
          </Button>
        </div>
      )}
    </section>
  );
}

function extentWords(looked: number, answers: number): string {
  return looked >= answers
    ? "All stored answers were looked at."
    : `${formatCount(looked)} of ${formatCount(answers)} stored answers were looked at.`;
}
