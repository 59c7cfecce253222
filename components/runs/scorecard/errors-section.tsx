import { StaticTable } from "#components/table/static-table.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import { errorClassLabel, errorClassMeaning } from "#lib/runs/attempts/error-class.ts";
import type { Scorecard } from "#lib/scorecards/scorecard.ts";

export type ErrorsSectionProps = { runId: string; errors: Scorecard["errors"] };

type ErrorRow = Scorecard["errors"][number];

/** The errors by class, each with what was said most often. An error is no failure of the model and not part of the pass rate. */
export function ErrorsSection({ runId, errors }: ErrorsSectionProps) {
  return (
    <Card
      flush
      title="Errors"
      description="No answer came, after all tries. They are not part of the pass rate."
      actions={<TextLink href={runCasesHref(runId, { view: "errored" })}>Show all of them</TextLink>}
    >
      <StaticTable
        label="Errors by class"
        rows={errors}
        getRowId={(error) => error.errorClass}
        columns={[
          {
            id: "class",
            header: "Error",
            cell: ({ errorClass }) => (
              <span title={errorClassMeaning(errorClass) ?? undefined}>
                <TextLink href={runCasesHref(runId, { view: "errored", error: errorClass })}>
                  {errorClassLabel(errorClass)}
                </TextLink>
              </span>
            ),
          },
          { id: "count", header: "Attempts", numeric: true, cell: (error) => formatCount(error.count) },
          { id: "messages", header: "What was said", cell: (error) => <Messages error={error} /> },
        ]}
      />
    </Card>
  );
}

function Messages({ error: { messages, example, count } }: { error: ErrorRow }) {
  const said = messages.length === 0 ? [{ message: example, count }] : messages;
  return (
    <ul className="flex min-w-60 flex-col gap-1 py-1 text-xs">
      {said.map((one) => (
        <li key={one.message}>
          <span className="untrusted-text text-muted">{one.message}</span>
          {said.length > 1 && <span className="tabular text-faint"> {formatCount(one.count)} times</span>}
        </li>
      ))}
    </ul>
  );
}
