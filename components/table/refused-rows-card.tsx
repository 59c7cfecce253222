import type { ReactNode } from "react";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { StaticTable } from "./static-table.tsx";

export type RefusedRow = { line: number; reason: string; excerpt: string };

export type RefusedRowsCardProps = {
  title: string;
  /** All that were refused; `rows` are the first of them. */
  total: number;
  rows: readonly RefusedRow[];
  actions?: ReactNode;
};

/** The lines of a file that could not be taken in, and why. */
export function RefusedRowsCard({ title, total, rows, actions }: RefusedRowsCardProps) {
  return (
    <Card
      flush
      title={title}
      description={
        total > rows.length
          ? `The first ${formatCount(rows.length)} are shown.`
          : "Correct these lines in the file, then import it again."
      }
      actions={actions}
    >
      <div className="max-h-[32rem] overflow-y-auto">
        <StaticTable
          label="Rows with errors"
          rows={rows}
          getRowId={(row) => `${row.line} ${row.reason}`}
          columns={[
            {
              id: "line",
              header: "Line",
              className: "w-20",
              cell: (row) => <span className="tabular">{formatCount(row.line)}</span>,
            },
            { id: "reason", header: "What is wrong", cell: (row) => row.reason },
            {
              id: "excerpt",
              header: "Start of the row",
              wideOnly: true,
              className: "max-w-80",
              cell: (row) => <bdi className="block truncate font-mono text-muted text-xs">{row.excerpt}</bdi>,
            },
          ]}
        />
      </div>
    </Card>
  );
}
