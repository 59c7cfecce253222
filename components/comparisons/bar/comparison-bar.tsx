import { ArrowLeftRight } from "lucide-react";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { ComparedRun } from "#lib/comparisons/pairs/compared-run.ts";
import { compareHref } from "../compare-href.ts";
import { RunCard } from "./run-card.tsx";

export type ComparisonBarProps = {
  baseline: ComparedRun;
  candidate: ComparedRun;
  /** All runs of the address, baseline first. */
  runIds: readonly string[];
};

/** The runs that are compared, each with its own figures, and the way to swap, change or remove them. */
export function ComparisonBar({ baseline, candidate, runIds }: ComparisonBarProps) {
  const rest = runIds.slice(2);
  return (
    <section aria-label="Compared runs" className="flex flex-wrap items-stretch gap-2">
      <RunCard run={baseline} side="a" runIds={runIds} dataset={candidate.dataset} />
      <div className="flex items-center max-sm:w-full max-sm:justify-center">
        <LinkButton
          href={compareHref([candidate.id, baseline.id, ...rest])}
          size="icon"
          aria-label="Swap baseline and candidate"
          title="Swap baseline and candidate"
        >
          <ArrowLeftRight aria-hidden />
        </LinkButton>
      </div>
      <RunCard run={candidate} side="b" runIds={runIds} dataset={baseline.dataset} />
    </section>
  );
}
