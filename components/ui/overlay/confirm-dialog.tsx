"use client";

import { cloneElement } from "react";
import type { ConfirmQuestion } from "./confirm-panel.tsx";
import { type OpenerButton, useOpener } from "./use-opener.ts";

const loadPanel = () => import("./confirm-panel.tsx");

export type ConfirmDialogProps = ConfirmQuestion & {
  /** Leave out when `open` is controlled from elsewhere. */
  trigger?: OpenerButton;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** Asks before something that cannot be undone with a click. Loaded when it is first wanted. */
export function ConfirmDialog({ trigger, open, onOpenChange, ...question }: ConfirmDialogProps) {
  const opener = useOpener({ kind: "dialog", load: loadPanel, open, onOpenChange });
  return (
    <>
      {trigger && cloneElement(trigger, { ...opener.buttonProps, onClick: () => opener.setOpen(true) })}
      {opener.panel && (
        <opener.panel.ConfirmPanel
          {...question}
          id={opener.contentId}
          open={opener.open}
          onOpenChange={opener.setOpen}
          returnFocus={opener.returnFocus}
        />
      )}
    </>
  );
}
