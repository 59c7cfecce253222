import { CircleAlert, Minus } from "lucide-react";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import { type CriticalFloor, criticalFloors } from "#lib/scorecards/floors/critical-floors.ts";
import type { Scorecard } from "#lib/scorecards/scorecard.ts";

export type FloorsCardProps = {
  run: { id: string; repetitions: number };
  scorecard: Pick<Scorecard, "graders" | "counts">;
};

/** Critical graders apart from quality: what failed them, or how often they may fail at most. Nothing for a run without any. */
export function FloorsCard({ run, scorecard }: FloorsCardProps) {
  const noun = run.repetitions > 1 ? "attempt" : "case";
  const floors = criticalFloors(scorecard.graders, scorecard.counts, noun);
  if (floors.length === 0) return null;
  return (
    <Card
      title="Floors"
      description="Critical graders stand apart from quality: one failure breaks a floor. No failure is not proof of none, so the most that may fail is said."
    >
      <ul aria-label="Critical graders" className="flex flex-col divide-y">
        {floors.map((floor) => (
          <Floor key={floor.graderVersionId} runId={run.id} floor={floor} />
        ))}
      </ul>
    </Card>
  );
}

function Floor({ runId, floor }: { runId: string; floor: CriticalFloor }) {
  const broken = floor.failed > 0;
  const Mark = broken ? CircleAlert : Minus;
  return (
    <li className="flex items-start gap-2 py-2 text-sm first:pt-0 last:pb-0">
      <Mark aria-hidden className={`mt-0.5 size-4 shrink-0 ${broken ? "text-negative" : "text-faint"}`} />
      <div className="min-w-0">
        <p className="break-words">
          <TextLink href={`/graders/${floor.graderId}`}>{floor.name}</TextLink>{" "}
          <span className={broken ? "font-medium text-negative" : "text-muted"}>
            {broken ? "broken" : "not broken"}
          </span>
        </p>
        <p className="tabular text-muted" title={floor.method}>
          {floor.sentence}
        </p>
      </div>
      {broken && (
        <TextLink
          className="ml-auto shrink-0 text-negative"
          href={runCasesHref(runId, { view: "failed", failedBy: floor.graderVersionId })}
        >
          See {formatCount(floor.failed)}
        </TextLink>
      )}
    </li>
  );
}
