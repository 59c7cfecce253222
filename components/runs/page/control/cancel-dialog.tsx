"use client";

import { toast } from "#components/ui/feedback/toast.ts";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import type { ControlDialogProps } from "./control-dialog-props.ts";
import type { RunActions } from "./run-actions.ts";

export function CancelDialog({
  run,
  cancel,
  ...dialog
}: ControlDialogProps & { cancel: RunActions["cancel"] }) {
  async function confirm() {
    const result = await cancel({ runId: run.id });
    if (!result.ok) throw new Error(result.message);
    toast.success(`Run ${run.number} is stopping.`);
  }
  return (
    <ConfirmDialog
      {...dialog}
      title={`Cancel run ${run.number}?`}
      description="No new calls are made. Calls under way are finished, every answer is kept, and the scorecard covers what there is. A cancelled run cannot be resumed; pause it if you want to go on later."
      confirmLabel="Cancel the run"
      cancelLabel="Keep the run"
      onConfirm={confirm}
    />
  );
}
