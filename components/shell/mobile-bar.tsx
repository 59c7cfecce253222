"use client";

import { Menu, Search, X } from "lucide-react";
import Link from "next/link";
import { Dialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { OVERLAY_STYLE } from "#components/ui/overlay/overlay-style.ts";
import { Logo, LogoMark } from "./logo.tsx";
import { NavList } from "./nav-list.tsx";
import type { NavSection } from "./navigation.ts";
import { ThemeToggle } from "./theme-toggle.tsx";

export type MobileBarProps = {
  nav: readonly NavSection[];
  homeHref: string;
  workspaceSwitcher?: ReactNode;
  userMenu?: ReactNode;
  indicator?: ReactNode;
  onSearch: () => void;
};

/** Top bar below 1024 px; its menu slides over from the left. */
export function MobileBar({
  nav,
  homeHref,
  workspaceSwitcher,
  userMenu,
  indicator,
  onSearch,
}: MobileBarProps) {
  const [open, setOpen] = useState(false);
  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-1 border-b bg-background/90 px-2 backdrop-blur-md lg:hidden print:hidden">
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger asChild>
          <Button variant="ghost" size="icon" aria-label="Open the menu">
            <Menu aria-hidden />
          </Button>
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className={OVERLAY_STYLE} />
          <Dialog.Content
            aria-describedby={undefined}
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
              <NavList sections={nav} onNavigate={() => setOpen(false)} />
            </div>
            {indicator && <div className="border-t pt-3">{indicator}</div>}
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      <Link href={homeHref} aria-label="Touchstone, home" className="rounded-md p-1">
        <LogoMark />
      </Link>
      <div className="min-w-0 flex-1">{workspaceSwitcher}</div>
      <Button variant="ghost" size="icon" aria-label="Search and commands" onClick={onSearch}>
        <Search aria-hidden />
      </Button>
      <ThemeToggle />
      {userMenu}
    </header>
  );
}
