import { RefusedRowsCard } from "#components/table/refused-rows-card.tsx";
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
        description={`${counted(report.rows, "row")} read: ${counted(report.answers, "answer")} ${model === null ? "could be used" : "taken"}, ${counted(report.rejected, "row")} refused.`}
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
        <RefusedRowsCard
          title={`${counted(report.rejected, "row")} refused`}
          total={report.rejected}
          rows={report.rejectedRows}
        />
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
