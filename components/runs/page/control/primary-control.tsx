"use client";

import { Pause, Play, RotateCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { RetryButton } from "./retry-button.tsx";
import type { ControlledRun, RunActions } from "./run-actions.ts";
import { usePress } from "./use-press.ts";

export type PrimaryControlProps = { run: ControlledRun; actions: RunActions; againHref: string };

/** The one thing that is most likely wanted of a run in its state. A paused run is resumed where its reason is told. */
export function PrimaryControl({ run, actions, againHref }: PrimaryControlProps) {
  switch (run.state) {
    case "queued":
    case "running":
      return <PauseButton run={run} actions={actions} />;
    case "paused":
    case "cancelling":
      return null;
    case "failed":
      return <ResumeButton run={run} resume={actions.resume} />;
    case "finished":
    case "cancelled":
      if (run.errored > 0) return <RetryButton run={run} retry={actions.retryErrored} />;
      return (
        <LinkButton href={againHref}>
          <RotateCw aria-hidden />
          Run again
        </LinkButton>
      );
  }
}

function PauseButton({ run, actions }: Pick<PrimaryControlProps, "run" | "actions">) {
  const pause = usePress(actions.pause);
  const resume = usePress(actions.resume);

  function press() {
    pause.run({ runId: run.id }, () => {
      toast.success(`Run ${run.number} is paused. Calls under way are finished and kept.`, {
        action: { label: "Resume", onClick: () => resume.run({ runId: run.id }, () => undefined) },
      });
    });
  }
  return (
    <Button onClick={press} loading={pause.pending}>
      <Pause aria-hidden />
      Pause
    </Button>
  );
}

function ResumeButton({ run, resume }: { run: ControlledRun; resume: RunActions["resume"] }) {
  const { run: start, pending } = usePress(resume);
  function press() {
    start({ runId: run.id }, () => void toast.success(`Run ${run.number} goes on.`));
  }
  return (
    <Button variant="primary" onClick={press} loading={pending}>
      <Play aria-hidden />
      Resume
    </Button>
  );
}
