"use client";

import { cloneElement } from "react";
import { cx } from "../class-names.ts";
import type { ModalProps, ModalSize } from "./modal-frame.tsx";
import { type OpenerButton, useOpener } from "./use-opener.ts";

const loadFrame = () => import("./modal-frame.tsx");

const WIDTHS: Record<ModalSize, string> = {
  sm: "sm:max-w-sm",
  md: "sm:max-w-lg",
  lg: "sm:max-w-2xl",
  xl: "sm:max-w-5xl",
};

const PANEL =
  "inset-x-0 bottom-0 mx-auto max-h-[92dvh] rounded-t-xl border border-strong/70 bg-raised data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in sm:top-[12vh] sm:bottom-auto sm:max-h-[76vh] sm:rounded-xl";

export type DialogProps = Omit<ModalProps, "open" | "onOpenChange"> & {
  /** Leave out when `open` is controlled from elsewhere. */
  trigger?: OpenerButton;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A modal that keeps focus, closes on Esc, and sits at the bottom edge of a phone. Its frame is loaded when it is first wanted. */
export function Dialog({ size = "md", trigger, open, onOpenChange, ...content }: DialogProps) {
  const opener = useOpener({ kind: "dialog", load: loadFrame, open, onOpenChange });
  return (
    <>
      {trigger && cloneElement(trigger, { ...opener.buttonProps, onClick: () => opener.setOpen(true) })}
      {opener.panel && (
        <opener.panel.ModalFrame
          {...content}
          id={opener.contentId}
          open={opener.open}
          onOpenChange={opener.setOpen}
          returnFocus={opener.returnFocus}
          look={{
            panel: cx(PANEL, WIDTHS[size]),
            header: "gap-3 px-5 py-3.5",
            title: "",
            description: "mt-0.5",
            close: "-mt-0.5 -mr-2",
            body: "px-5",
            footer: "px-5",
          }}
        />
      )}
    </>
  );
}
