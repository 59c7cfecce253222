import type { ReactNode } from "react";
import { cx } from "../class-names.ts";

export type Definition = { term: ReactNode; value: ReactNode; key?: string };

export type DefinitionListProps = {
  items: readonly Definition[];
  /** Beside each other (default) or under each other. */
  layout?: "rows" | "stacked";
  className?: string;
};

export function DefinitionList({ items, layout = "rows", className }: DefinitionListProps) {
  return (
    <dl className={cx("flex min-w-0 flex-col text-sm", layout === "stacked" ? "gap-3" : "gap-0", className)}>
      {items.map((item, index) => (
        <div
          key={item.key ?? (typeof item.term === "string" ? item.term : index)}
          className={cx(
            "min-w-0",
            layout === "rows" &&
              "grid grid-cols-[minmax(6rem,2fr)_5fr] gap-x-4 border-b py-1.5 last:border-0",
          )}
        >
          <dt className="text-muted">{item.term}</dt>
          <dd className="tabular min-w-0 break-words">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
