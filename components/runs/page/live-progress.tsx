"use client";

import { useEffect, useState } from "react";
import { Stat, StatRow } from "#components/ui/display/stat.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Progress } from "#components/ui/feedback/progress.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatDuration } from "#components/ui/format/format-duration.ts";
import { Card } from "#components/ui/layout/card.tsx";
import type { RunProgress } from "#lib/runs/run-progress.ts";
import { stateLabels } from "#lib/runs/run-state.ts";
import type { LiveRun } from "#lib/runs/sight/get-live-run.ts";
import { outcomeParts } from "../outcome-parts.ts";
import { RunSight } from "../sight/run-sight.tsx";
import { useRunProgress } from "./use-run-progress.ts";

export type LiveProgressProps = { runId: string; initial: LiveRun };

/** What a run is doing now: done, what came of it, how fast, how long still, what it cost so far. */
export function LiveProgress({ runId, initial }: LiveProgressProps) {
  const { progress, receivedAt, connected } = useRunProgress(runId, initial);
  const elapsedSeconds = useElapsed(progress, receivedAt);
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <Progress
          label={phaseOf(progress)}
          max={progress.planned}
          value={outcomeParts(progress)}
          detail={`${formatCount(progress.done)} of ${formatCount(progress.planned)}`}
        />
        <p className="sr-only" aria-live="polite">
          {stateLabels[progress.state]}, {tenths(progress)}
        </p>
        <StatRow className="[grid-template-columns:repeat(2,minmax(0,1fr))] sm:[grid-template-columns:repeat(3,minmax(0,1fr))] lg:[grid-template-columns:repeat(6,minmax(0,1fr))]">
          <Stat
            label="Done"
            value={formatCount(progress.done)}
            detail={`of ${formatCount(progress.planned)} planned`}
          />
          <Stat label="Passed" value={formatCount(progress.passed)} />
          <Stat label="Failed" value={formatCount(progress.failed)} />
          <Stat label="Errored" value={formatCount(progress.errored)} />
          <Stat label="Unscored" value={formatCount(progress.unscored)} />
          <Stat
            label="Time left"
            value={timeLeft(progress)}
            detail={`${unknownTime(progress)}${formatDuration(elapsedSeconds * 1_000)} so far`}
          />
        </StatRow>
        {progress.sight !== null && (
          <RunSight
            runId={runId}
            sight={progress.sight}
            progress={progress}
            isExplained={progress.state === "paused"}
          />
        )}
        {!connected && (
          <Alert tone="warning" live>
            The connection to the server is interrupted. The run goes on; this page comes back by itself.
          </Alert>
        )}
      </div>
    </Card>
  );
}

/** The clock runs on between two messages. */
function useElapsed(progress: RunProgress, receivedAt: number | null): number {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const isRunning = progress.state === "running" || progress.state === "cancelling";
  const since = isRunning && now !== null && receivedAt !== null ? Math.max(0, now - receivedAt) / 1_000 : 0;
  return progress.elapsedSeconds + since;
}

function phaseOf({ state, done, planned }: RunProgress): string {
  if (state === "queued") return "Queued: a worker takes it up as soon as one is free";
  if (state === "cancelling") return "Stopping: calls under way are finished and kept";
  if (state === "running" && done >= planned) return "Putting the scorecard together";
  return stateLabels[state];
}

function timeLeft({ secondsLeft, state }: RunProgress): string {
  if (secondsLeft === null || state === "paused") return "–";
  return formatDuration(secondsLeft * 1_000);
}

function unknownTime({ secondsLeft, state }: RunProgress): string {
  if (state === "paused") return "stands still; ";
  return secondsLeft === null ? "not known yet; " : "";
}

/** Spoken in steps of ten percent, so that a screen reader is not flooded. */
function tenths({ done, planned }: RunProgress): string {
  return `${Math.floor((done / Math.max(1, planned)) * 10) * 10} percent done`;
}
