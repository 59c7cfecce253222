"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { toast } from "#components/ui/feedback/toast.ts";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import { newRequestKey } from "../../start/request-key.ts";
import type { ControlDialogProps } from "./control-dialog-props.ts";
import type { RunActions } from "./run-actions.ts";

export type RerunDialogProps = ControlDialogProps & { pins: string; rerun: RunActions["rerun"] };

/** Starts the run once more with everything it pins. A request that is repeated after its answer got lost starts nothing more. */
export function RerunDialog({ run, pins, rerun, ...dialog }: RerunDialogProps) {
  const router = useRouter();
  const requestKey = useRef<string | null>(null);

  async function confirm() {
    requestKey.current ??= newRequestKey();
    const result = await rerun({ runId: run.id, requestKey: requestKey.current });
    if (!result.ok) throw new Error(result.message);
    requestKey.current = null;
    toast.success("The run has started.");
    const [runId] = result.value.runIds;
    if (runId !== undefined) router.push(`/runs/${runId}`);
  }
  return (
    <ConfirmDialog
      {...dialog}
      tone="primary"
      title={`Run ${run.number} once more?`}
      description={`A new run with the same pins: ${pins}. Newer versions are left aside. The model is asked about every case again${run.budgetMicroUsd === null ? "" : ", within the same budget"}.`}
      confirmLabel="Start the run"
      onConfirm={confirm}
    />
  );
}
