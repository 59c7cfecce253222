"use client";

import { useSearchParams } from "next/navigation";
import { parseAsString, useQueryStates } from "nuqs";
import type { MouseEvent, ReactNode } from "react";
import { cx } from "#components/ui/class-names.ts";

export type CaseFilterLinkProps = {
  /** The one filter that it sets. */
  filter: { cell: string } | { modes: string } | { sole: string } | { slice: string } | { show: string };
  label?: string;
  className?: string;
  /** Added while its filter is in force. */
  activeClassName?: string;
  children: ReactNode;
};

const filters = ["show", "cell", "modes", "sole", "slice"] as const;
const parsers = {
  show: parseAsString,
  cell: parseAsString,
  modes: parseAsString,
  sole: parseAsString,
  slice: parseAsString,
};

/** Narrows the table of cases to what it counts, and leads there; pressed again, it takes the filter off. A real address all the same. */
export function CaseFilterLink({ filter, label, className, activeClassName, children }: CaseFilterLinkProps) {
  const params = useSearchParams();
  const [, setAddress] = useQueryStates(parsers);
  const [[name, value] = ["show", ""]] = Object.entries(filter);
  const isActive = params.get(name) === value;
  const next = Object.fromEntries(
    filters.map((key) => [key, key === name ? (isActive ? null : value) : kept(key, name, params)]),
  );

  function onClick(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void setAddress(next, { history: "push" });
    document.getElementById("cases")?.scrollIntoView({ block: "start" });
  }

  return (
    <a
      href={hrefOf(params, next)}
      onClick={onClick}
      aria-label={label}
      aria-current={isActive ? "true" : undefined}
      className={cx("rounded-sm", className, isActive && activeClassName)}
    >
      {children}
    </a>
  );
}

/** A slice and what is chosen within it hold together; of the others only one at a time. */
function kept(key: string, chosen: string, params: URLSearchParams): string | null {
  return key === "slice" || chosen === "slice" ? params.get(key) : null;
}

function hrefOf(params: URLSearchParams, next: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(params);
  for (const [name, value] of Object.entries(next)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return `?${query.toString()}#cases`;
}
