"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { outcomeParts } from "#components/runs/outcome-parts.ts";
import { useRunProgress } from "#components/runs/page/use-run-progress.ts";
import { Progress } from "#components/ui/feedback/progress.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RunUnderWay } from "#lib/decisions/next-run/next-run.ts";
import { stateLabels } from "#lib/runs/run-state.ts";
import type { LiveRun } from "#lib/runs/sight/get-live-run.ts";

export type UnderWayRowProps = { run: RunUnderWay; initial: LiveRun };

/** How far a run is. When it ends, the page is asked for again and weighs it. */
export function UnderWayRow({ run, initial }: UnderWayRowProps) {
  const { progress } = useRunProgress(run.id, initial);
  const router = useRouter();
  // It was under way when the board was weighed, and ended before its progress was read: nothing more will be told of it.
  const hasEndedMeanwhile = initial.ended;
  useEffect(() => {
    if (hasEndedMeanwhile) router.refresh();
  }, [hasEndedMeanwhile, router]);
  return (
    <li className="border-b px-4 py-2.5 last:border-0">
      <p className="mb-1 text-sm">
        <span className="break-words font-medium">{run.model.name}</span>{" "}
        <TextLink href={`/runs/${run.id}`} className="text-muted text-xs">
          run {run.number}
        </TextLink>
      </p>
      <Progress
        label={stateLabels[progress.state]}
        max={progress.planned}
        value={outcomeParts(progress)}
        detail={`${formatCount(progress.done)} of ${formatCount(progress.planned)}`}
      />
    </li>
  );
}
