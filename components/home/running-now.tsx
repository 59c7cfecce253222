import { RunStateMark } from "#components/runs/list/run-state-mark.tsx";
import { outcomeParts } from "#components/runs/outcome-parts.ts";
import { Progress } from "#components/ui/feedback/progress.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RunRow } from "#lib/runs/list-runs.ts";
import { LiveRefresh } from "./live-refresh.tsx";

const refreshMs = 2500;

/** The runs that have not ended, with how far each one is. */
export function RunningNow({ runs, hasMore }: { runs: readonly RunRow[]; hasMore: boolean }) {
  if (runs.length === 0) return null;
  return (
    <Card
      title="Running now"
      footer={hasMore && <TextLink href="/runs?state=running">All runs that are running or queued</TextLink>}
    >
      <LiveRefresh everyMs={refreshMs} />
      <ul className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        {runs.map((run) => {
          const done = run.passed + run.failed + run.unscored + run.errored;
          return (
            <li key={run.id} className="flex min-w-0 flex-col gap-1.5">
              <div className="flex min-w-0 items-baseline gap-2 text-sm">
                <span className="min-w-0 flex-1 truncate">
                  <TextLink href={`/runs/${run.id}`}>Run {run.number}</TextLink> {run.model.name}{" "}
                  <span className="text-muted">
                    on {run.dataset.name} v{run.dataset.version}
                  </span>
                </span>
                <span className="text-xs">
                  <RunStateMark state={run.state} />
                </span>
              </div>
              <Progress
                label={`Run ${run.number}`}
                hideLabel
                max={run.planned}
                value={outcomeParts(run)}
                detail={progressText(run, done)}
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function progressText({ planned, failed, errored }: RunRow, done: number): string {
  const parts = [`${formatCount(done)} of ${formatCount(planned)}`];
  if (failed > 0) parts.push(`${formatCount(failed)} failed`);
  if (errored > 0) parts.push(`${formatCount(errored)} errored`);
  return parts.join(" · ");
}
