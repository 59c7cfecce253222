"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "#components/ui/class-names.ts";
import { isActivePath, type NavItem, type NavSection } from "./navigation.ts";

export type NavListProps = { sections: readonly NavSection[]; collapsed?: boolean; onNavigate?: () => void };

export function NavList({ sections, collapsed = false, onNavigate }: NavListProps) {
  const pathname = usePathname();
  return (
    <nav aria-label="Main" className="flex flex-col gap-4">
      {sections.map((section, index) => (
        <div key={section.title ?? index} className="flex flex-col gap-0.5">
          {section.title && (
            <p className={cx("px-2 pb-1 text-2xs text-faint", collapsed && "sr-only")}>{section.title}</p>
          )}
          <ul className="flex flex-col gap-px">
            {section.items.map((item) => (
              <li key={item.href}>
                <NavLink
                  item={item}
                  active={isActivePath(item, pathname)}
                  collapsed={collapsed}
                  onNavigate={onNavigate}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

type NavLinkProps = { item: NavItem; active: boolean; collapsed: boolean; onNavigate?: () => void };

function NavLink({ item, active, collapsed, onNavigate }: NavLinkProps) {
  return (
    <Link
      href={item.href}
      onClick={onNavigate}
      aria-current={active ? "page" : undefined}
      title={collapsed ? item.label : undefined}
      className={cx(
        "relative flex h-8 items-center gap-2.5 rounded-md px-2 text-sm transition-colors duration-100 max-lg:h-10 [&_svg]:size-4 [&_svg]:shrink-0",
        active
          ? "bg-pressed/80 font-medium text-text before:absolute before:inset-y-2 before:-left-2 before:w-[3px] before:rounded-r-full before:bg-accent"
          : "text-muted hover:bg-hover hover:text-text",
        collapsed && "justify-center",
      )}
    >
      {item.icon}
      <span className={cx("min-w-0 flex-1 truncate", collapsed && "sr-only")}>{item.label}</span>
      {item.badge && !collapsed && <span className="tabular text-faint text-xs">{item.badge}</span>}
    </Link>
  );
}
