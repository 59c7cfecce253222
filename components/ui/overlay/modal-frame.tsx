"use client";

import { X } from "lucide-react";
import { Dialog as RadixDialog } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "../button.tsx";
import { cx } from "../class-names.ts";
import { OVERLAY_STYLE } from "./overlay-style.ts";

export type ModalSize = "sm" | "md" | "lg" | "xl";

export type ModalProps = {
  title: ReactNode;
  description?: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  size?: ModalSize;
  /** Buttons at the bottom, primary last. */
  footer?: ReactNode;
  children?: ReactNode;
};

export type ModalFrameProps = Omit<ModalProps, "size"> & {
  id?: string;
  /** Called when it has closed. */
  returnFocus: () => void;
  /** Between the title and the close button. */
  actions?: ReactNode;
  /** Class names of the parts that differ between a dialog and a sheet. */
  look: Record<"panel" | "header" | "title" | "description" | "close" | "body" | "footer", string>;
};

/** What a dialog and a sheet have in common: veil, header with a close button, body that scrolls, footer. */
export function ModalFrame({ title, description, footer, actions, look, ...rest }: ModalFrameProps) {
  return (
    <RadixDialog.Root open={rest.open} onOpenChange={rest.onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={OVERLAY_STYLE} />
        <RadixDialog.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          {...(rest.id ? { id: rest.id } : {})}
          onEscapeKeyDown={(event) => {
            // A part of the modal that closes on Esc itself comes first.
            const { target } = event;
            if (target instanceof Element && target.closest("[data-handles-escape]")) event.preventDefault();
          }}
          onCloseAutoFocus={rest.returnFocus}
          className={cx("fixed z-50 flex w-full flex-col shadow-modal outline-none", look.panel)}
        >
          <header className={cx("flex items-start border-b", look.header)}>
            <div className="min-w-0 flex-1">
              <RadixDialog.Title className={cx("font-semibold text-base", look.title)}>
                {title}
              </RadixDialog.Title>
              {description && (
                <RadixDialog.Description className={cx("text-muted text-sm", look.description)}>
                  {description}
                </RadixDialog.Description>
              )}
            </div>
            {actions}
            <RadixDialog.Close asChild>
              <Button variant="ghost" size="icon-sm" aria-label="Close" className={look.close}>
                <X aria-hidden />
              </Button>
            </RadixDialog.Close>
          </header>
          <div className={cx("min-h-0 flex-1 overflow-y-auto py-4", look.body)}>{rest.children}</div>
          {footer && (
            <footer className={cx("flex flex-wrap justify-end gap-2 border-t py-3", look.footer)}>
              {footer}
            </footer>
          )}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
