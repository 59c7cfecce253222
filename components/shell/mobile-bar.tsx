"use client";

import { Menu, Search } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { LogoMark } from "./logo.tsx";
import type { NavSection } from "./navigation.ts";
import { ThemeToggle } from "./theme-toggle.tsx";

const MobileMenu = dynamic(async () => (await import("./mobile-menu.tsx")).MobileMenu, { ssr: false });

export type MobileBarProps = {
  nav: readonly NavSection[];
  homeHref: string;
  workspaceSwitcher?: ReactNode;
  userMenu?: ReactNode;
  indicator?: ReactNode;
  onSearch: () => void;
};

/** Top bar below 1024 px; its menu is loaded when it first opens. */
export function MobileBar({
  nav,
  homeHref,
  workspaceSwitcher,
  userMenu,
  indicator,
  onSearch,
}: MobileBarProps) {
  const [open, setOpen] = useState<boolean | null>(null);
  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-1 border-b bg-background/90 px-2 backdrop-blur-md lg:hidden print:hidden">
      <Button
        variant="ghost"
        size="icon"
        aria-label="Open the menu"
        aria-haspopup="dialog"
        aria-expanded={open === true}
        onClick={() => setOpen(true)}
      >
        <Menu aria-hidden />
      </Button>
      {open !== null && <MobileMenu nav={nav} indicator={indicator} open={open} onOpenChange={setOpen} />}
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
