import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "#components/ui/class-names.ts";

export type StaticColumn<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** Hidden below 640 px. */
  wideOnly?: boolean;
  className?: string;
};

export type StaticTableProps<Row> = {
  label: string;
  columns: readonly StaticColumn<Row>[];
  rows: readonly Row[];
  getRowId: (row: Row) => string;
  /** Makes the first cell a link that covers the whole row; other links in the row stay above it. */
  rowHref?: (row: Row) => string;
  /** The row that is chosen: the baseline, the current version. */
  isChosen?: (row: Row) => boolean;
  empty?: ReactNode;
  className?: string;
};

/** A plain table for up to about a hundred rows, rendered on the server. Longer lists take a DataTable. */
export function StaticTable<Row>({
  label,
  columns,
  rows,
  getRowId,
  rowHref,
  isChosen,
  empty,
  className,
}: StaticTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
      tabIndex={0}
      // `relative`: what is only for screen readers is placed absolutely, and would widen the page from outside of what scrolls.
      className={cx("relative overflow-x-auto focus-visible:-outline-offset-2", className)}
    >
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-b bg-sunken text-faint text-xs">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cx(
                  "h-[34px] whitespace-nowrap px-3 text-left font-medium",
                  column.numeric && "text-right",
                  column.wideOnly && "max-sm:hidden",
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={getRowId(row)}
              className={cx(
                "relative border-b last:border-0",
                rowHref && "hover:bg-hover",
                isChosen?.(row) && "bg-accent-soft/40 shadow-[inset_3px_0_0_var(--accent)]",
              )}
            >
              {columns.map((column, index) => (
                <td
                  key={column.id}
                  className={cx(
                    "h-10 px-3 py-1.5",
                    index === 0 && "min-w-40",
                    column.numeric && "tabular whitespace-nowrap text-right",
                    column.wideOnly && "max-sm:hidden",
                    index > 0 && rowHref && "[&_a]:relative [&_a]:z-10 [&_button]:relative [&_button]:z-10",
                    column.className,
                  )}
                >
                  {index === 0 && rowHref ? (
                    <Link
                      href={rowHref(row)}
                      className="font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-ring focus-visible:after:-outline-offset-2"
                    >
                      {column.cell(row)}
                    </Link>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
