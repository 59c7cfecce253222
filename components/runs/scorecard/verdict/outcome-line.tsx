import { StackedBar } from "#components/charts/stacked-bar.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import type { Counts } from "#lib/scorecards/scorecard.ts";

/** Planned, scored, passed, failed, errored, unscored and missing: no denominator drops one silently. */
export function OutcomeLine({ runId, counts }: { runId: string; counts: Counts }) {
  const scored = counts.passed + counts.failed;
  return (
    <div className="flex flex-col gap-2">
      <p className="tabular text-muted text-xs">
        <span className="font-medium text-text">{formatCount(counts.planned)}</span> planned, of which{" "}
        <span className="font-medium text-text">{formatCount(scored)}</span> scored
      </p>
      <StackedBar
        label="Where every planned case went"
        total={counts.planned}
        segments={[
          {
            key: "passed",
            label: "Passed",
            value: counts.passed,
            tone: "passed",
            href: runCasesHref(runId, { view: "passed" }),
          },
          {
            key: "failed",
            label: "Failed",
            value: counts.failed,
            tone: "failed",
            href: runCasesHref(runId, { view: "failed" }),
          },
          {
            key: "errored",
            label: "Errored",
            value: counts.errored,
            tone: "errored",
            href: runCasesHref(runId, { view: "errored" }),
          },
          {
            key: "unscored",
            label: "Unscored",
            value: counts.unscored,
            tone: "unscored",
            href: runCasesHref(runId, { view: "unscored" }),
          },
          { key: "missing", label: "Missing", value: Math.max(0, counts.missing), tone: "pending" },
        ]}
      />
    </div>
  );
}
