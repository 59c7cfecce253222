import { StaticTable } from "#components/table/static-table.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { RecordedReport } from "#lib/models/recorded/recorded-report.ts";

/** What became of a file of answers. */
export function RecordedReportView({ report }: { report: RecordedReport }) {
  const { model } = report;
  return (
    <div className="flex flex-col gap-4">
      <Card
        title={titleOf(report)}
        description={`${counted(report.rows, "row")} read: ${counted(report.answers, "answer")} taken, ${counted(report.rejected, "row")} refused.`}
        actions={
          model && (
            <>
              <LinkButton href={`/models/${model.id}`}>Show the model</LinkButton>
              <LinkButton href={`/runs/new?model=${model.versionId}`} variant="primary">
                Start a run
              </LinkButton>
            </>
          )
        }
      />
      {report.ignoredColumns.length > 0 && (
        <Alert title="Columns that were left out">{report.ignoredColumns.join(", ")}</Alert>
      )}
      {report.rejected > 0 && (
        <Card
          flush
          title={`${counted(report.rejected, "row")} refused`}
          description={
            report.rejected > report.rejectedRows.length
              ? `The first ${formatCount(report.rejectedRows.length)} are shown.`
              : "Correct these lines in the file, then import it again."
          }
        >
          <div className="max-h-[32rem] overflow-y-auto">
            <StaticTable
              label="Rows that were refused"
              rows={report.rejectedRows}
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
                  cell: (row) => (
                    <bdi className="block truncate font-mono text-muted text-xs">{row.excerpt}</bdi>
                  ),
                },
              ]}
            />
          </div>
        </Card>
      )}
    </div>
  );
}

function titleOf({ model }: RecordedReport): string {
  if (model === null) return "Nothing was imported";
  return model.isNewVersion
    ? `Version ${model.versionNumber} imported`
    : `These are the answers of version ${model.versionNumber}, so there is no new version`;
}

function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
