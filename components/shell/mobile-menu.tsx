"use client";

import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { OVERLAY_STYLE } from "#components/ui/overlay/overlay-style.ts";
import { useFocusReturn } from "#components/ui/overlay/use-focus-return.ts";
import { Logo } from "./logo.tsx";
import { NavList } from "./nav-list.tsx";
import type { NavSection } from "./navigation.ts";

export type MobileMenuProps = {
  nav: readonly NavSection[];
  indicator?: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The navigation below 1024 px, slid over from the left. */
export function MobileMenu({ nav, indicator, open, onOpenChange }: MobileMenuProps) {
  const returnFocus = useFocusReturn(open);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={OVERLAY_STYLE} />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          className="fixed inset-y-0 left-0 z-50 flex w-72 max-w-[85vw] flex-col gap-4 border-r bg-surface p-3 shadow-modal outline-none data-[state=closed]:animate-slide-out-left data-[state=open]:animate-slide-in-left"
        >
          <div className="flex items-center justify-between">
            <Dialog.Title asChild>
              <div className="px-1.5">
                <Logo />
              </div>
            </Dialog.Title>
            <Dialog.Close asChild>
              <Button variant="ghost" size="icon" aria-label="Close the menu">
                <X aria-hidden />
              </Button>
            </Dialog.Close>
          </div>
          <div className="-mx-3 min-h-0 flex-1 overflow-y-auto px-3">
            <NavList sections={nav} onNavigate={() => onOpenChange(false)} />
          </div>
          {indicator && <div className="border-t pt-3">{indicator}</div>}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
