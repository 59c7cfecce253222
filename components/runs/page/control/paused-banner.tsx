"use client";

import { Play } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { useAction } from "#components/ui/use-action.ts";
import { proposeBudget, readBudgetText } from "./budget-text.ts";
import type { ControlledRun, RunActions } from "./run-actions.ts";

export type PausedBannerProps = {
  run: ControlledRun & { stateReason: string | null };
  done: { ended: number; planned: number };
  /** Null for readers who may not resume it. */
  resume: RunActions["resume"] | null;
};

/** Why a run stands still and since when, what it has done so far, and the way on. */
export function PausedBanner({ run, done, resume }: PausedBannerProps) {
  return (
    <Alert
      tone="warning"
      title={
        <>
          Paused{run.pausedSince !== null && <Timestamp value={run.pausedSince} className="ml-1" />}
          {run.stateReason === null ? "" : `: ${run.stateReason}`}
        </>
      }
      action={resume && <ResumeForm run={run} resume={resume} />}
    >
      {formatCount(done.ended)} of {formatCount(done.planned)} attempts have ended, and{" "}
      {formatMicroUsd(run.paidMicroUsd)} is paid. All of it is kept; resuming asks only for what is missing.
    </Alert>
  );
}

function ResumeForm({ run, resume }: { run: ControlledRun; resume: RunActions["resume"] }) {
  const { run: start, pending, failure } = useAction(resume);
  const usedUp = run.budgetMicroUsd !== null && run.paidMicroUsd >= run.budgetMicroUsd;
  const [text, setText] = useState(proposeBudget(run.paidMicroUsd));
  const { budgetMicroUsd, problem } = readBudgetText(text);

  function press(event: FormEvent) {
    event.preventDefault();
    if (usedUp && problem !== null) return;
    start({ runId: run.id, ...(usedUp && { budgetMicroUsd }) }, () => {
      toast.success(`Run ${run.number} goes on.`);
    });
  }
  return (
    <form onSubmit={press} className="flex flex-wrap items-start gap-2">
      {usedUp && (
        <span className="flex items-start gap-1.5">
          <span aria-hidden className="leading-8">
            $
          </span>
          <Field label="New budget in dollars" hideLabel error={problem} className="w-24">
            <Input
              inputMode="decimal"
              autoComplete="off"
              className="tabular"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
        </span>
      )}
      <Button type="submit" variant="primary" loading={pending}>
        <Play aria-hidden />
        {usedUp ? "Resume with this budget" : "Resume"}
      </Button>
      {failure && (
        <p role="alert" className="basis-full text-negative text-xs">
          {failure.message}
        </p>
      )}
    </form>
  );
}
