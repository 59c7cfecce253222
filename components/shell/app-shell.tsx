"use client";

import { PanelLeftClose, PanelLeftOpen, Search } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/class-names.ts";
import type { CommandGroup } from "#components/ui/overlay/command-palette.tsx";
import { useShortcuts } from "#components/ui/use-shortcuts.ts";
import { CommandMenu } from "./command-menu.tsx";
import { LogoMark } from "./logo.tsx";
import { MobileBar } from "./mobile-bar.tsx";
import { NavList } from "./nav-list.tsx";
import type { NavSection } from "./navigation.ts";
import { ShortcutHelp } from "./shortcut-help.tsx";
import { SIDEBAR_COOKIE } from "./sidebar-cookie.ts";
import { ThemeToggle } from "./theme-toggle.tsx";

export type AppShellProps = {
  nav: readonly NavSection[];
  /** A DropdownMenu around a SidebarMenuButton. */
  workspaceSwitcher?: ReactNode;
  userMenu?: ReactNode;
  /** What is running now; keep it to one short line. */
  indicator?: ReactNode;
  homeHref?: string;
  /** Read from the cookie SIDEBAR_COOKIE ("collapsed") by the layout, so that nothing jumps after loading. */
  defaultCollapsed?: boolean;
  /** Commands beside the pages of `nav`. */
  commands?: readonly CommandGroup[];
  children: ReactNode;
};

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Sidebar from 1024 px, top bar with a slide-over menu below; skip link, Ctrl-K and `?` included. */
export function AppShell({
  nav,
  workspaceSwitcher,
  userMenu,
  indicator,
  homeHref = "/",
  defaultCollapsed = false,
  commands = [],
  children,
}: AppShellProps) {
  const [collapsed, setCollapsed] = useState(defaultCollapsed);
  const [searching, setSearching] = useState(false);
  const router = useRouter();

  useShortcuts(
    nav
      .flatMap((section) => section.items)
      .flatMap(({ shortcut, label, href }) =>
        shortcut ? [{ keys: shortcut, label: `Go to ${label}`, run: () => router.push(href) }] : [],
      ),
    "Go to",
  );

  function toggle() {
    const next = !collapsed;
    setCollapsed(next);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs HTTPS, and self-hosted installs may have none
    document.cookie = `${SIDEBAR_COOKIE}=${next ? "collapsed" : "open"};path=/;max-age=${YEAR_SECONDS};samesite=lax`;
  }

  return (
    <div className="flex min-h-dvh flex-col lg:flex-row">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:rounded-md focus:bg-inverse focus:px-3 focus:py-2 focus:text-inverse-text"
      >
        Skip to content
      </a>

      <MobileBar
        nav={nav}
        homeHref={homeHref}
        workspaceSwitcher={workspaceSwitcher}
        userMenu={userMenu}
        indicator={indicator}
        onSearch={() => setSearching(true)}
      />

      <aside
        aria-label="Sidebar"
        data-collapsed={collapsed}
        className={cx(
          "group/sidebar sticky top-0 hidden h-dvh shrink-0 flex-col gap-3 border-r bg-sunken/60 p-2 transition-[width] duration-150 ease-swift lg:flex print:hidden",
          collapsed ? "w-14" : "w-56",
        )}
      >
        <div className={cx("flex items-center gap-1", collapsed && "flex-col")}>
          <Link
            href={homeHref}
            aria-label="Touchstone, home"
            className="flex flex-1 items-center gap-2 rounded-md p-1.5 font-semibold text-base tracking-[-0.015em]"
          >
            <LogoMark className="size-6" />
            {!collapsed && "Touchstone"}
          </Link>
          <Button
            variant="ghost"
            size="icon-sm"
            onClick={toggle}
            aria-expanded={!collapsed}
            aria-label={collapsed ? "Expand the sidebar" : "Collapse the sidebar"}
          >
            {collapsed ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
          </Button>
        </div>
        {workspaceSwitcher}
        <Button
          onClick={() => setSearching(true)}
          shortcut={collapsed ? undefined : "mod+k"}
          size={collapsed ? "icon" : "md"}
          aria-label={collapsed ? "Search and commands" : undefined}
          className={cx(
            "text-muted",
            collapsed ? "self-center" : "justify-start [&>span]:w-full [&>span>span]:ml-auto",
          )}
        >
          <Search aria-hidden />
          {!collapsed && "Search"}
        </Button>
        <div className="-mx-2 min-h-0 flex-1 overflow-y-auto px-2 py-1">
          <NavList sections={nav} collapsed={collapsed} />
        </div>
        {indicator && <div className={cx("px-1", collapsed && "overflow-hidden")}>{indicator}</div>}
        <div className={cx("flex items-center gap-1 border-t pt-2", collapsed && "flex-col")}>
          <div className="min-w-0 flex-1">{userMenu}</div>
          <ThemeToggle />
        </div>
      </aside>

      <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
        {children}
      </main>

      <CommandMenu open={searching} onOpenChange={setSearching} nav={nav} commands={commands} />
      <ShortcutHelp />
    </div>
  );
}
