"use client";

import { Square } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import type { Action } from "#components/ui/use-action.ts";

export type CancelButtonProps = {
  runId: string;
  number: number;
  cancel: Action<{ runId: string }, void>;
};

export function CancelButton({ runId, number, cancel }: CancelButtonProps) {
  async function confirm() {
    const result = await cancel({ runId });
    if (!result.ok) throw new Error(result.message);
    toast.success(`Run ${number} is stopping.`);
  }
  return (
    <ConfirmDialog
      title={`Cancel run ${number}?`}
      description="No new calls are made. Calls under way are finished, every answer is kept, and the scorecard covers what there is. A cancelled run cannot be taken up again."
      confirmLabel="Cancel the run"
      cancelLabel="Keep it running"
      trigger={
        <Button>
          <Square aria-hidden />
          Cancel run
        </Button>
      }
      onConfirm={confirm}
    />
  );
}
