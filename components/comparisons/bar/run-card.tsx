import { X } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { cx } from "#components/ui/class-names.ts";
import { Measure } from "#components/ui/display/measure.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ComparedRun } from "#lib/comparisons/pairs/compared-run.ts";
import { compareHref } from "../compare-href.ts";
import { RunPicker } from "./run-picker.tsx";

export type RunCardProps = {
  run: ComparedRun;
  side: "a" | "b";
  runIds: readonly string[];
  dataset: { id: string; name: string };
};

/** One run of the comparison: what it was, and how it did on its own cases. */
export function RunCard({ run, side, runIds, dataset }: RunCardProps) {
  const place = side === "a" ? 0 : 1;
  const role = side === "a" ? "Baseline" : "Candidate";
  return (
    <div
      className={cx(
        "flex min-w-0 flex-1 basis-64 flex-col gap-1 rounded-lg border bg-surface px-4 py-3 shadow-card",
        side === "a" && "shadow-[inset_3px_0_0_var(--accent)]",
      )}
    >
      <div className="flex items-center gap-2">
        <Badge tone={side === "a" ? "accent" : "outline"}>{`${side.toUpperCase()} · ${role}`}</Badge>
        <span className="ml-auto flex items-center gap-1">
          <RunPicker
            text="Change"
            label={`${role} run`}
            runIds={runIds}
            place={place}
            dataset={dataset}
            variant="ghost"
          />
          <LinkButton
            href={compareHref(runIds.filter((id) => id !== run.id))}
            variant="ghost"
            size="icon-sm"
            aria-label={`Remove run ${run.number} from the comparison`}
          >
            <X aria-hidden />
          </LinkButton>
        </span>
      </div>
      <p className="truncate font-medium">
        <TextLink href={`/runs/${run.id}`}>Run {run.number}</TextLink>{" "}
        <span title={run.model.name}>{run.model.name}</span>{" "}
        <span className="text-faint text-xs">v{run.model.versionNumber}</span>
      </p>
      <p className="truncate text-muted text-xs">
        {run.dataset.name} v{run.dataset.versionNumber} ·{" "}
        <Timestamp value={run.finishedAt ?? run.createdAt} />
      </p>
      <p className="text-sm">
        {run.scores === null || run.scores.passRate === null ? (
          <span className="text-muted">
            {run.scores === null ? "No scorecard yet" : "Nothing was scored"}
          </span>
        ) : (
          <Measure
            value={formatPercent(run.scores.passRate)}
            interval={formatInterval([run.scores.passRateLower, run.scores.passRateUpper])}
            n={run.scores.passed + run.scores.failed}
            method="Pass rate of all cases that this run scored, 95 % Wilson interval"
          />
        )}
      </p>
    </div>
  );
}
