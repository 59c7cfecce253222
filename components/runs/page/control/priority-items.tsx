"use client";

import { toast } from "#components/ui/feedback/toast.ts";
import {
  DropdownMenuCheck,
  DropdownMenuLabel,
  DropdownMenuSeparator,
} from "#components/ui/overlay/dropdown-menu.tsx";
import { priorityLabels } from "#lib/runs/control/priority-labels.ts";
import { type Priority, priorities } from "#lib/runs/starting/options/default-run-options.ts";
import type { ControlledRun, RunActions } from "./run-actions.ts";
import { usePress } from "./use-press.ts";

export type PriorityItemsProps = { run: ControlledRun; changePriority: RunActions["changePriority"] };

export function PriorityItems({ run, changePriority }: PriorityItemsProps) {
  const { run: change } = usePress(changePriority);
  const set = (priority: Priority, undo: Priority | null) =>
    change({ runId: run.id, priority }, () => {
      toast.success(`Run ${run.number} has ${priorityLabels[priority].toLowerCase()} priority.`, {
        ...(undo !== null && { action: { label: "Undo", onClick: () => set(undo, null) } }),
      });
    });
  return (
    <>
      <DropdownMenuSeparator />
      <DropdownMenuLabel>Priority</DropdownMenuLabel>
      {priorities.toReversed().map((priority) => (
        <DropdownMenuCheck
          key={priority}
          checked={run.priority === priority}
          onCheckedChange={(checked) => {
            if (checked) set(priority, run.priority);
          }}
        >
          {priorityLabels[priority]}
        </DropdownMenuCheck>
      ))}
    </>
  );
}
