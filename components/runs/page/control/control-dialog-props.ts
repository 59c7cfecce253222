import type { ControlledRun } from "./run-actions.ts";

/** What every dialog of the run's menu is given. */
export type ControlDialogProps = {
  run: ControlledRun;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};
