"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cx } from "../class-names.ts";

export type LinkTab = { href: string; label: string; count?: ReactNode; icon?: ReactNode };

export type LinkTabsProps = {
  /** Names the group for screen readers: "Parts of this dataset". */
  label: string;
  tabs: readonly LinkTab[];
  /** The chosen href, for tabs that differ in search parameters; otherwise the path decides. */
  activeHref?: string;
  className?: string;
};

/** Tabs that are links: every view has its own address. */
export function LinkTabs({ label, tabs, activeHref, className }: LinkTabsProps) {
  const pathname = usePathname();
  const active = activeHref ?? longestMatch(tabs, pathname);
  return (
    <nav
      aria-label={label}
      className={cx("-mb-px overflow-x-auto border-b [scrollbar-width:none]", className)}
    >
      <ul className="flex min-w-max gap-5">
        {tabs.map((tab) => {
          const isActive = tab.href === active;
          return (
            <li key={tab.href}>
              <Link
                href={tab.href}
                aria-current={isActive ? "page" : undefined}
                className={cx(
                  "flex h-9 items-center gap-1.5 border-b-2 text-sm transition-colors focus-visible:-outline-offset-2 [&_svg]:size-4",
                  isActive
                    ? "border-accent font-medium text-text"
                    : "border-transparent text-muted hover:border-strong hover:text-text",
                )}
              >
                {tab.icon}
                {tab.label}
                {tab.count !== undefined && <span className="tabular text-faint text-xs">{tab.count}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function longestMatch(tabs: readonly LinkTab[], pathname: string): string | undefined {
  return tabs
    .map((tab) => tab.href)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((left, right) => right.length - left.length)[0];
}
