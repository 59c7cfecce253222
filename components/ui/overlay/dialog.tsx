"use client";

import { X } from "lucide-react";
import { Dialog as RadixDialog } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "../button.tsx";
import { cx } from "../class-names.ts";
import { OVERLAY_STYLE } from "./overlay-style.ts";

export type DialogSize = "sm" | "md" | "lg" | "xl";
const WIDTHS: Record<DialogSize, string> = {
  sm: "sm:max-w-sm",
  md: "sm:max-w-lg",
  lg: "sm:max-w-2xl",
  xl: "sm:max-w-5xl",
};

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The element that opens it; leave out when `open` is controlled from elsewhere. */
  trigger?: ReactNode;
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: DialogSize;
  /** Buttons at the bottom, primary last. */
  footer?: ReactNode;
  children?: ReactNode;
};

/** A modal that keeps focus, closes on Esc, and sits at the bottom edge of a phone. */
export function Dialog({
  title,
  description,
  trigger,
  size = "md",
  footer,
  children,
  ...state
}: DialogProps) {
  return (
    <RadixDialog.Root open={state.open} defaultOpen={state.defaultOpen} onOpenChange={state.onOpenChange}>
      {trigger && <RadixDialog.Trigger asChild>{trigger}</RadixDialog.Trigger>}
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={OVERLAY_STYLE} />
        <RadixDialog.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cx(
            "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[92dvh] w-full flex-col rounded-t-xl border border-strong/70 bg-raised shadow-modal outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in sm:top-[12vh] sm:bottom-auto sm:max-h-[76vh] sm:rounded-xl",
            WIDTHS[size],
          )}
        >
          <header className="flex items-start gap-3 border-b px-5 py-3.5">
            <div className="min-w-0 flex-1">
              <RadixDialog.Title className="font-semibold text-base">{title}</RadixDialog.Title>
              {description && (
                <RadixDialog.Description className="mt-0.5 text-muted text-sm">
                  {description}
                </RadixDialog.Description>
              )}
            </div>
            <RadixDialog.Close asChild>
              <Button variant="ghost" size="icon-sm" aria-label="Close" className="-mt-0.5 -mr-2">
                <X aria-hidden />
              </Button>
            </RadixDialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</footer>
          )}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** Wrap a button with it to close the dialog or sheet around it. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <RadixDialog.Close asChild>{children}</RadixDialog.Close>;
}
