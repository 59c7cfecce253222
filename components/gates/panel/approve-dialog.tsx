"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Field } from "#components/ui/form/field.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { Dialog } from "#components/ui/overlay/dialog.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { RuleVerdict } from "#lib/gates/policy/rule-outcome.ts";
import type { GateActions } from "../gate-actions.ts";

export type ApproveDialogProps = {
  run: { id: string; number: number; datasetId: string };
  verdict: RuleVerdict | null;
  approve: GateActions["approveBaseline"];
};

export function ApproveDialog({ run, verdict, approve }: ApproveDialogProps) {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const { run: send, pending, failure, setFailure } = useAction(approve);
  const fails = verdict === "fail";

  function confirm() {
    send({ datasetId: run.datasetId, runId: run.id, note }, ({ waiver }) => {
      setOpen(false);
      toast.success(`Run ${run.number} is the baseline now${waiver ? ", with a waiver" : ""}.`);
    });
  }

  return (
    <Dialog
      title={`Approve run ${run.number} as baseline`}
      description="Later runs of this dataset are compared with it, case by case, until another run is approved."
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setFailure(null);
      }}
      trigger={<Button size="sm">Approve as baseline</Button>}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button variant="primary" loading={pending} onClick={confirm}>
            {fails ? "Approve with a waiver" : "Approve"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {fails && (
          <Alert tone="warning" title="This run fails its gate">
            Approving it all the same is kept as a waiver, with your name and reason.
          </Alert>
        )}
        {failure && failure.fields.note === undefined && (
          <Alert tone="danger" live>
            {failure.message}
          </Alert>
        )}
        <Field
          label={fails ? "Reason" : "Note"}
          optional={!fails}
          required={fails}
          hint="Why this run. Shown with the history of baselines."
          error={failure?.fields.note}
        >
          <Textarea value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
