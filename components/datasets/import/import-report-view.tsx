"use client";

import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { RefusedRowsCard } from "#components/table/refused-rows-card.tsx";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import type { ImportReport } from "#lib/datasets/importing/import-report.ts";
import { rejectedRowsCsv } from "./rejected-rows-csv.ts";

export type ImportReportViewProps = { report: ImportReport; actions: ReactNode };

export function ImportReportView({ report, actions }: ImportReportViewProps) {
  const rows = (count: number) => `${formatCount(count)} ${count === 1 ? "row" : "rows"}`;
  const isImported = report.outcome === "imported";

  function download() {
    const address = URL.createObjectURL(
      new Blob([rejectedRowsCsv(report.rejectedRows)], { type: "text/csv" }),
    );
    const link = document.createElement("a");
    link.href = address;
    link.download = "rejected-rows.csv";
    link.click();
    URL.revokeObjectURL(address);
  }

  return (
    <div className="flex flex-col gap-5">
      <Card
        title={isImported ? "Imported" : "Nothing was imported"}
        description={
          isImported
            ? `${rows(report.rows)} read: ${formatCount(report.added)} cases added, ${formatCount(report.updated)} updated, ${formatCount(report.unchanged)} unchanged, ${formatCount(report.rejected)} rows left out.`
            : `${rows(report.rows)} read, and ${formatCount(report.rejected)} of them cannot be used. The dataset is as it was.`
        }
        actions={actions}
      />
      {report.ignoredColumns.length > 0 && (
        <Alert title="Columns that were left out">{report.ignoredColumns.join(", ")}</Alert>
      )}
      {report.rejected > 0 && (
        <RefusedRowsCard
          title={`${rows(report.rejected)} with errors`}
          total={report.rejected}
          rows={report.rejectedRows}
          actions={
            <Button onClick={download}>
              <Download aria-hidden />
              Download as CSV
            </Button>
          }
        />
      )}
    </div>
  );
}
