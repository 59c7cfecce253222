"use client";

import { cloneElement } from "react";
import type { PopoverContent } from "./popover-panel.tsx";
import { type OpenerButton, useOpener } from "./use-opener.ts";

const loadPanel = () => import("./popover-panel.tsx");

export type PopoverProps = PopoverContent & {
  trigger: OpenerButton;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A panel beside its button. Loaded when the button is first pointed at or focused. */
export function Popover({ trigger, open, onOpenChange, ...content }: PopoverProps) {
  const opener = useOpener({ kind: "dialog", load: loadPanel, open, onOpenChange });
  return (
    <>
      {cloneElement(trigger, { ...opener.buttonProps, onClick: () => opener.setOpen(!opener.open) })}
      {opener.panel && (
        <opener.panel.PopoverPanel
          {...content}
          id={opener.contentId}
          open={opener.open}
          onOpenChange={opener.setOpen}
          button={opener.button}
        />
      )}
    </>
  );
}
