"use client";

import { RotateCcw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { formatCount } from "#components/ui/format/format-count.ts";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import type { ControlledRun, RunActions } from "./run-actions.ts";
import { usePress } from "./use-press.ts";

export type RetryButtonProps = { run: ControlledRun; retry: RunActions["retryErrored"] };

/** Tries the errored attempts again. Where that also asks for attempts that a stopped run never came to, it says so first. */
export function RetryButton({ run, retry }: RetryButtonProps) {
  const press = usePress(retry);
  const label = `Retry ${formatCount(run.errored)} errored`;
  const tell = ({ errored }: { errored: number }) =>
    void toast.success(
      errored === 1
        ? "1 errored attempt is tried again."
        : `${formatCount(errored)} errored attempts are tried again.`,
    );

  async function confirm() {
    const result = await retry({ runId: run.id });
    if (!result.ok) throw new Error(result.message);
    tell(result.value);
  }

  if (run.notAskedBeside === 0) {
    return (
      <Button variant="primary" loading={press.pending} onClick={() => press.run({ runId: run.id }, tell)}>
        <RotateCcw aria-hidden />
        {label}
      </Button>
    );
  }
  return (
    <ConfirmDialog
      tone="primary"
      title={`${label} attempts of run ${run.number}?`}
      description={`The run was stopped before its end. The same shards hold ${formatCount(run.notAskedBeside)} attempts that were never asked for; those are asked for as well.`}
      confirmLabel={`Ask for ${formatCount(run.errored + run.notAskedBeside)} attempts`}
      trigger={
        <Button variant="primary">
          <RotateCcw aria-hidden />
          {label}
        </Button>
      }
      onConfirm={confirm}
    />
  );
}
