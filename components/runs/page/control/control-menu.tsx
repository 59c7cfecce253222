"use client";

import { Copy, Ellipsis, ListPlus, RotateCw, Scale, Square, Wallet } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import {
  DropdownMenu,
  DropdownMenuItem,
  DropdownMenuSeparator,
} from "#components/ui/overlay/dropdown-menu.tsx";
import { allowsControl, type RunControl } from "#lib/runs/control/run-controls.ts";
import { AddGradersDialog } from "./add-graders-dialog.tsx";
import { BudgetDialog } from "./budget-dialog.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { GradeAgainDialog } from "./grade-again-dialog.tsx";
import { PriorityItems } from "./priority-items.tsx";
import { RerunDialog } from "./rerun-dialog.tsx";
import type { ControlledRun, RunActions } from "./run-actions.ts";

export type ControlMenuProps = {
  run: ControlledRun;
  actions: RunActions;
  againHref: string;
  /** "support v3, gpt-small v2, 4 graders" */
  pins: string;
};

type Open = "rerun" | "grade-again" | "add-graders" | "budget" | "cancel" | null;

/** Everything else that can be done with a run in its state. */
export function ControlMenu({ run, actions, againHref, pins }: ControlMenuProps) {
  const [open, setOpen] = useState<Open>(null);
  const can = (control: RunControl) => allowsControl(control, run.state);
  // Its graders are in use: what is asked for now would be graded by the old ones here and the new ones there.
  const isUnderWay = run.state === "queued" || run.state === "running";
  const waiting = isUnderWay ? { disabled: true, detail: "When it is paused or has ended" } : {};
  const dialog = (name: Open) => ({
    run,
    open: open === name,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? name : null),
  });

  return (
    <>
      <DropdownMenu
        className="min-w-60"
        trigger={
          <Button variant="ghost" size="icon" aria-label={`More for run ${run.number}`}>
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        <DropdownMenuItem icon={<Copy aria-hidden />} onSelect={() => setOpen("rerun")}>
          Re-run with the same pins
        </DropdownMenuItem>
        <DropdownMenuItem icon={<RotateCw aria-hidden />} href={againHref}>
          Run again with changes
        </DropdownMenuItem>
        {(can("grade-again") || isUnderWay) && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem
              icon={<Scale aria-hidden />}
              {...waiting}
              onSelect={() => setOpen("grade-again")}
            >
              Grade again…
            </DropdownMenuItem>
            <DropdownMenuItem
              icon={<ListPlus aria-hidden />}
              {...waiting}
              onSelect={() => setOpen("add-graders")}
            >
              Add graders…
            </DropdownMenuItem>
          </>
        )}
        {can("change-budget") && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem
              icon={<Wallet aria-hidden />}
              detail={run.budgetMicroUsd === null ? "No limit" : formatMicroUsd(run.budgetMicroUsd)}
              onSelect={() => setOpen("budget")}
            >
              Budget…
            </DropdownMenuItem>
          </>
        )}
        {can("change-priority") && <PriorityItems run={run} changePriority={actions.changePriority} />}
        {can("cancel") && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem icon={<Square aria-hidden />} tone="danger" onSelect={() => setOpen("cancel")}>
              Cancel run
            </DropdownMenuItem>
          </>
        )}
      </DropdownMenu>
      <RerunDialog {...dialog("rerun")} pins={pins} rerun={actions.rerun} />
      <GradeAgainDialog {...dialog("grade-again")} gradeAgain={actions.gradeAgain} />
      <AddGradersDialog
        {...dialog("add-graders")}
        list={actions.listAddableGraders}
        add={actions.addGraders}
      />
      <BudgetDialog key={run.budgetMicroUsd} {...dialog("budget")} changeBudget={actions.changeBudget} />
      <CancelDialog {...dialog("cancel")} cancel={actions.cancel} />
    </>
  );
}
