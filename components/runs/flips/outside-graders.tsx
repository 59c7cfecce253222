import { Button } from "#components/ui/button.tsx";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import type { FlipPlan, PreviewedGrader } from "#lib/runs/control/grading/preview/describe-preview.ts";
import type { FlipSample } from "#lib/runs/control/grading/preview/preview-sample.ts";
import { FlipList } from "./flip-list.tsx";
import { FlipTable } from "./flip-table.tsx";
import { outsideSentence } from "./flip-words.ts";

export type OutsideGradersProps = {
  runId: string;
  plan: FlipPlan;
  graders: readonly PreviewedGrader[];
  sample: FlipSample | null;
  sampling: boolean;
  onSample: () => void;
};

/** Graders that ask somebody or run programs: what they would cost, and what they say of a sample. */
export function OutsideGraders({ runId, plan, graders, sample, sampling, onSample }: OutsideGradersProps) {
  const counts = Object.fromEntries(sample?.graders.map((one) => [one.graderId, one.counts]) ?? []);
  const ids = new Set(graders.map(({ graderId }) => graderId));
  return (
    <div className="flex flex-col gap-2 border-t pt-3">
      <ul className="flex flex-col gap-1 text-sm">
        {graders.map((grader) => (
          <li key={grader.graderId}>{outsideSentence(grader, plan)}</li>
        ))}
      </ul>
      {sample === null ? (
        <div>
          <Button size="sm" loading={sampling} onClick={onSample}>
            Try it on {plan.sampleSize} answers
          </Button>
        </div>
      ) : (
        <>
          <p className="text-muted text-sm">
            In a sample of {sample.looked} answers, which cost {formatMicroUsd(sample.costMicroUsd)}:
          </p>
          <FlipTable caption="Grades that would change in the sample" graders={graders} counts={counts} />
          <FlipList
            runId={runId}
            graders={graders}
            flips={sample.flips.filter(({ graderId }) => ids.has(graderId))}
          />
        </>
      )}
    </div>
  );
}
