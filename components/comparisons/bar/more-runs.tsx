import { Alert } from "#components/ui/feedback/alert.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ComparedRun } from "#lib/comparisons/pairs/compared-run.ts";
import { compareHref } from "../compare-href.ts";

export type MoreRunsProps = {
  runIds: readonly string[];
  /** The runs of the address beyond the first two. */
  more: readonly ComparedRun[];
};

/** Two runs are shown at a time; the others that were chosen are one press away, against the same baseline. */
export function MoreRuns({ runIds, more }: MoreRunsProps) {
  const [baselineId] = runIds;
  if (more.length === 0 || baselineId === undefined) return null;
  return (
    <Alert title="Two runs are compared at a time">
      Compare the baseline with{" "}
      {more.map((run, index) => {
        const others = runIds.filter((id) => id !== baselineId && id !== run.id);
        return (
          <span key={run.id}>
            {index > 0 && ", "}
            <TextLink href={compareHref([baselineId, run.id, ...others])}>
              run {run.number} ({run.model.name})
            </TextLink>
          </span>
        );
      })}
      .
    </Alert>
  );
}
