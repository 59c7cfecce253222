import { StaticTable } from "#components/table/static-table.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import type { Scorecard } from "#lib/scorecards/scorecard.ts";

export type ErrorsSectionProps = { runId: string; errors: Scorecard["errors"] };

/** The errors by class with one message each. An error is no failure of the model and not part of the pass rate. */
export function ErrorsSection({ runId, errors }: ErrorsSectionProps) {
  return (
    <Card
      flush
      title="Errors"
      description="No answer came, after all tries. They are not part of the pass rate."
      actions={<TextLink href={runCasesHref(runId, { view: "errored" })}>Show the cases</TextLink>}
    >
      <StaticTable
        label="Errors by class"
        rows={errors}
        getRowId={(error) => error.errorClass}
        columns={[
          {
            id: "class",
            header: "Error",
            cell: (error) => <span className="font-mono text-xs">{error.errorClass}</span>,
          },
          { id: "count", header: "Cases", numeric: true, cell: (error) => formatCount(error.count) },
          {
            id: "example",
            header: "For example",
            cell: (error) => <span className="untrusted-text text-muted text-xs">{error.example}</span>,
          },
        ]}
      />
    </Card>
  );
}
