"use client";

import { X } from "lucide-react";
import { Dialog as RadixDialog } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "../button.tsx";
import { cx } from "../class-names.ts";
import { OVERLAY_STYLE } from "./overlay-style.ts";

export type SheetSize = "sm" | "md" | "lg" | "xl";
const WIDTHS: Record<SheetSize, string> = {
  sm: "sm:max-w-sm",
  md: "sm:max-w-xl",
  lg: "sm:max-w-3xl",
  xl: "sm:max-w-5xl",
};

export type SheetProps = {
  title: ReactNode;
  description?: ReactNode;
  trigger?: ReactNode;
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: SheetSize;
  /** Beside the title: previous, next, open in full… */
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

/** A panel from the right: keeps focus, closes on Esc, and takes the whole width of a phone. */
export function Sheet({
  title,
  description,
  trigger,
  size = "md",
  actions,
  footer,
  children,
  ...state
}: SheetProps) {
  return (
    <RadixDialog.Root open={state.open} defaultOpen={state.defaultOpen} onOpenChange={state.onOpenChange}>
      {trigger && <RadixDialog.Trigger asChild>{trigger}</RadixDialog.Trigger>}
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={OVERLAY_STYLE} />
        <RadixDialog.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cx(
            "fixed inset-y-0 right-0 z-50 flex w-full flex-col bg-surface shadow-modal outline-none data-[state=closed]:animate-slide-out data-[state=open]:animate-slide-in sm:border-l sm:border-strong/70",
            WIDTHS[size],
          )}
        >
          <header className="flex items-start gap-2 border-b px-4 py-3 sm:px-5">
            <div className="min-w-0 flex-1">
              <RadixDialog.Title className="truncate font-semibold text-base">{title}</RadixDialog.Title>
              {description && (
                <RadixDialog.Description className="text-muted text-sm">
                  {description}
                </RadixDialog.Description>
              )}
            </div>
            {actions}
            <RadixDialog.Close asChild>
              <Button variant="ghost" size="icon-sm" aria-label="Close">
                <X aria-hidden />
              </Button>
            </RadixDialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4 sm:px-5">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t px-4 py-3 sm:px-5">{footer}</footer>
          )}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
