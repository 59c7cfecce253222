"use client";

import type { ReactNode } from "react";
import { cx } from "../class-names.ts";
import { ModalFrame, type ModalProps, type ModalSize } from "./modal-frame.tsx";
import { useFocusReturn } from "./use-focus-return.ts";

const WIDTHS: Record<ModalSize, string> = {
  sm: "sm:max-w-sm",
  md: "sm:max-w-xl",
  lg: "sm:max-w-3xl",
  xl: "sm:max-w-5xl",
};

const PANEL =
  "inset-y-0 right-0 bg-surface data-[state=closed]:animate-slide-out data-[state=open]:animate-slide-in sm:border-l sm:border-strong/70";

export type SheetProps = ModalProps & {
  /** Beside the title: previous, next, open in full… */
  actions?: ReactNode;
};

/** A panel from the right: keeps focus, closes on Esc, and takes the whole width of a phone. */
export function Sheet({ size = "md", ...props }: SheetProps) {
  const returnFocus = useFocusReturn(props.open);
  return (
    <ModalFrame
      {...props}
      returnFocus={returnFocus}
      look={{
        panel: cx(PANEL, WIDTHS[size]),
        header: "gap-2 px-4 py-3 sm:px-5",
        title: "truncate",
        description: "",
        close: "",
        body: "px-4 sm:px-5",
        footer: "px-4 sm:px-5",
      }}
    />
  );
}
