import { Proportion } from "#components/ui/display/proportion.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ScheduleStart } from "#lib/schedules/listing/schedule-starts.ts";
import { RunStateMark } from "../../runs/list/run-state-mark.tsx";

export type StartResultsProps = { start: ScheduleStart; max?: number };

/** The runs of one start with what came of them. */
export function StartResults({ start, max = 20 }: StartResultsProps) {
  const more = start.runs.length - max;
  return (
    <ul className="flex flex-col gap-0.5">
      {start.runs.slice(0, max).map((run) => (
        <li key={run.id} className="flex flex-wrap items-baseline gap-x-2">
          <TextLink href={`/runs/${run.id}`} title={run.modelName} className="max-w-56 truncate">
            Run {run.number}
            {start.runs.length > 1 && `, ${run.modelName}`}
          </TextLink>
          {run.passRate === null ? (
            <RunStateMark state={run.state} />
          ) : (
            <span className="tabular whitespace-nowrap">
              <Proportion rate={run.passRate} n={run.passRate.n} />
            </span>
          )}
        </li>
      ))}
      {more > 0 && (
        <li>
          <TextLink href={`/runs?experiment=${start.id}`}>and {more} more</TextLink>
        </li>
      )}
    </ul>
  );
}
