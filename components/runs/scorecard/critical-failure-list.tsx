import { CircleAlert } from "lucide-react";
import { TextLink } from "#components/ui/text-link.tsx";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import type { CriticalFailure } from "#lib/scorecards/critical-failures.ts";

export type CriticalFailureListProps = { runId: string; failures: readonly CriticalFailure[] };

/** A line for each critical grader that was failed, apart from all other failures; it leads to the cases. */
export function CriticalFailureList({ runId, failures }: CriticalFailureListProps) {
  if (failures.length === 0) return null;
  return (
    <ul aria-label="Critical graders that were failed" className="mt-2 flex flex-col gap-1 text-sm">
      {failures.map(({ graderVersionId, sentence }) => (
        <li key={graderVersionId} className="flex items-start gap-2 text-negative">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <TextLink
            href={runCasesHref(runId, { view: "failed", failedBy: graderVersionId })}
            className="tabular min-w-0 break-words text-negative"
          >
            {sentence}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
