import { compareHref } from "#components/comparisons/compare-href.ts";
import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { Proportion } from "#components/ui/display/proportion.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RecentRun } from "#lib/trends/list-recent-runs.ts";
import { ChangeDelta } from "./change-delta.tsx";

const columns: StaticColumn<RecentRun>[] = [
  {
    id: "run",
    header: "Run",
    cell: (run) => (
      <span className="flex flex-col">
        <span>
          {run.number} · {run.model.name}{" "}
          <span className="font-normal text-faint text-xs">v{run.model.versionNumber}</span>
        </span>
        <span className="font-normal text-muted text-xs">
          {run.dataset.name} v{run.dataset.versionNumber}
        </span>
      </span>
    ),
  },
  {
    id: "rate",
    header: "Pass rate",
    numeric: true,
    cell: (run) =>
      run.passRate === null ? (
        <span className="text-faint">nothing scored</span>
      ) : (
        <Proportion rate={run.passRate} n={run.scored} />
      ),
  },
  {
    id: "change",
    header: "Against the run before",
    numeric: true,
    cell: (run) =>
      run.change === null ? (
        <span className="text-faint">first run</span>
      ) : (
        <span className="inline-flex items-baseline gap-2">
          <ChangeDelta {...run.change} />
          <TextLink href={compareHref([run.change.previousId, run.runId])} className="text-xs">
            run {run.change.previousNumber}
          </TextLink>
        </span>
      ),
  },
  {
    id: "finished",
    header: "Finished",
    wideOnly: true,
    className: "whitespace-nowrap text-muted",
    cell: (run) => <Timestamp value={run.finishedAt} />,
  },
];

const shown = 8;

/** The runs that finished last, each with its change against the one before. */
export function RecentRuns({ recent }: { recent: readonly RecentRun[] }) {
  if (recent.length === 0) return null;
  return (
    <Card title="Latest runs" actions={<TextLink href="/runs">All runs</TextLink>} flush>
      <StaticTable
        label="Latest runs"
        columns={columns}
        rows={recent.slice(0, shown)}
        getRowId={(run) => run.runId}
        rowHref={(run) => `/runs/${run.runId}`}
      />
    </Card>
  );
}
