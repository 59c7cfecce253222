"use client";

import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "#components/ui/class-names.ts";

export type SidebarMenuButtonProps = Omit<ComponentProps<"button">, "children"> & {
  /** A square mark: initials, an avatar, an icon. */
  mark: ReactNode;
  label: string;
  detail?: ReactNode;
};

/** Trigger of the workspace switcher and the user menu. Shrinks to its mark when the sidebar does. */
export function SidebarMenuButton({ mark, label, detail, className, ...props }: SidebarMenuButtonProps) {
  return (
    <button
      {...props}
      type="button"
      className={cx(
        "flex min-w-0 items-center gap-2 rounded-md p-1.5 text-left hover:bg-hover data-[state=open]:bg-hover lg:w-full",
        className,
      )}
    >
      <span
        aria-hidden
        className="grid size-6 shrink-0 place-items-center rounded-md bg-inverse font-semibold text-2xs text-inverse-text uppercase [&_svg]:size-3.5"
      >
        {mark}
      </span>
      <span className="min-w-0 flex-1 group-data-[collapsed=true]/sidebar:sr-only max-sm:sr-only">
        <span className="block truncate font-medium text-sm">{label}</span>
        {detail && <span className="block truncate text-2xs text-faint max-lg:hidden">{detail}</span>}
      </span>
      <ChevronsUpDown
        aria-hidden
        className="size-3.5 shrink-0 text-faint group-data-[collapsed=true]/sidebar:hidden max-sm:hidden"
      />
    </button>
  );
}
