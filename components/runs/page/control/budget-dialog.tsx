"use client";

import { type FormEvent, useId, useState } from "react";
import { priceText } from "#components/models/form/number-text.ts";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { Dialog } from "#components/ui/overlay/dialog.tsx";
import { useAction } from "#components/ui/use-action.ts";
import { readBudgetText } from "./budget-text.ts";
import type { ControlDialogProps } from "./control-dialog-props.ts";
import type { RunActions } from "./run-actions.ts";

export type BudgetDialogProps = ControlDialogProps & { changeBudget: RunActions["changeBudget"] };

export function BudgetDialog({ run, changeBudget, open, onOpenChange }: BudgetDialogProps) {
  const formId = useId();
  const { run: change, pending, failure } = useAction(changeBudget);
  const [text, setText] = useState(priceText(run.budgetMicroUsd));
  const { budgetMicroUsd, problem } = readBudgetText(text);

  function save(event: FormEvent) {
    event.preventDefault();
    if (problem !== null) return;
    change({ runId: run.id, budgetMicroUsd }, () => {
      onOpenChange(false);
      toast.success(
        budgetMicroUsd === null
          ? `Run ${run.number} has no budget any more.`
          : `Run ${run.number} may cost ${formatMicroUsd(budgetMicroUsd)}.`,
      );
    });
  }
  return (
    <Dialog
      size="sm"
      title={`Budget of run ${run.number}`}
      description={`The run pauses when it is reached. ${formatMicroUsd(run.paidMicroUsd)} is paid so far.`}
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={pending}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save}>
        <Field label="Budget in dollars" hint="Empty is no limit." error={problem ?? failure?.message}>
          <Input
            inputMode="decimal"
            autoComplete="off"
            className="tabular"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
