import type { ReactNode } from "react";

export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  /** A count or a small mark at the end of the row. */
  badge?: ReactNode;
  /** For example "g d". */
  shortcut?: string;
  /** Active only on this very path, not below it. */
  exact?: boolean;
  /** Further words that find it in the command menu. */
  keywords?: string[];
};

export type NavSection = { title?: string; items: readonly NavItem[] };

export function isActivePath(item: Pick<NavItem, "href" | "exact">, pathname: string): boolean {
  if (item.exact || item.href === "/") return pathname === item.href;
  return pathname === item.href || pathname.startsWith(`${item.href}/`);
}
