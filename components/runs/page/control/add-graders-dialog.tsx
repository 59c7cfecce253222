"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { Dialog } from "#components/ui/overlay/dialog.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { AddableGrader } from "#lib/runs/control/grading/list-addable-graders.ts";
import type { ControlDialogProps } from "./control-dialog-props.ts";
import type { RunActions } from "./run-actions.ts";

export type AddGradersDialogProps = ControlDialogProps & {
  list: RunActions["listAddableGraders"];
  add: RunActions["addGraders"];
};

export function AddGradersDialog({ run, list, add, open, onOpenChange }: AddGradersDialogProps) {
  const { run: load, failure: listFailure } = useAction(list);
  const { run: start, pending, failure } = useAction(add);
  const [graders, setGraders] = useState<AddableGrader[] | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for each time the dialog opens, and at no other time
  useEffect(() => {
    if (!open) return;
    setChosen([]);
    load({ runId: run.id }, setGraders);
  }, [open]);

  function press() {
    start({ runId: run.id, graderIds: chosen }, () => {
      onOpenChange(false);
      toast.success(
        chosen.length === 1
          ? `A grader is added to run ${run.number}.`
          : `${chosen.length} graders are added to run ${run.number}.`,
      );
    });
  }
  const message = failure?.message ?? listFailure?.message;
  return (
    <Dialog
      title={`Add graders to run ${run.number}`}
      description={`They judge the stored answers in their newest versions. The model is not called. ${run.state === "paused" ? "The run is paused again afterwards." : "The scorecard is replaced."}`}
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" loading={pending} disabled={chosen.length === 0} onClick={press}>
            {chosen.length > 1 ? `Add ${chosen.length} graders` : "Add grader"}
          </Button>
        </>
      }
    >
      {graders === null && message === undefined && <Skeleton className="h-24" />}
      {graders !== null && <Choices graders={graders} chosen={chosen} onChange={setChosen} />}
      {message !== undefined && (
        <p role="alert" className="mt-3 text-negative text-sm">
          {message}
        </p>
      )}
    </Dialog>
  );
}

type ChoicesProps = {
  graders: readonly AddableGrader[];
  chosen: readonly string[];
  onChange: (graderIds: string[]) => void;
};

function Choices({ graders, chosen, onChange }: ChoicesProps) {
  if (graders.length === 0) {
    return (
      <p className="text-muted text-sm">
        Every grader of the workspace judges this run.{" "}
        <TextLink href="/graders/new">Create another one</TextLink>.
      </p>
    );
  }
  return (
    <ul className="flex max-h-72 flex-col overflow-y-auto rounded-md border">
      {graders.map(({ id, name, number, kindLabel, weight }) => (
        <li key={id} className="border-b px-3 py-2 last:border-0">
          <Checkbox
            label={
              <>
                {name} <span className="text-faint text-xs">v{number}</span>
              </>
            }
            hint={weight === 0 ? `${kindLabel}. Recorded, does not decide.` : kindLabel}
            checked={chosen.includes(id)}
            onCheckedChange={(checked) =>
              onChange(checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        </li>
      ))}
    </ul>
  );
}
