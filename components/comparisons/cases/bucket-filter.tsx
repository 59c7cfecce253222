"use client";

import { OctagonAlert } from "lucide-react";
import { cx } from "#components/ui/class-names.ts";
import { formatCount } from "#components/ui/format/format-count.ts";
import type { ShownKind } from "#lib/comparisons/cases/compared-case-params.ts";
import {
  type Bucket,
  type BucketCounts,
  bucketExplanations,
  bucketLabels,
  buckets,
} from "#lib/comparisons/rules/bucket.ts";
import { bucketIcons } from "./bucket-badge.tsx";

export type BucketFilterProps = {
  counts: BucketCounts;
  /** Critical cases that newly fail. */
  critical: number;
  chosen: ShownKind | null;
  onChoose: (kind: ShownKind | null) => void;
};

const always: readonly Bucket[] = ["regressed", "fixed", "same"];

/** The counts of what became of the cases, what got worse first; each filters the table to its cases, and again takes the filter off. */
export function BucketFilter({ counts, critical, chosen, onChoose }: BucketFilterProps) {
  const shown = buckets.filter(
    (bucket) => always.includes(bucket) || counts[bucket] > 0 || bucket === chosen,
  );
  const choose = (kind: ShownKind) => onChoose(chosen === kind ? null : kind);
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">Show only cases with this outcome</legend>
      {(critical > 0 || chosen === "critical") && (
        <Count
          Icon={OctagonAlert}
          label="Critical, newly failing"
          title="Passed in the baseline and fails now, and is tagged critical or fails a critical grader"
          count={critical}
          isChosen={chosen === "critical"}
          onClick={() => choose("critical")}
          className={critical > 0 ? "border-warning/60" : undefined}
        />
      )}
      {shown.map((bucket) => (
        <Count
          key={bucket}
          Icon={bucketIcons[bucket]}
          label={bucketLabels[bucket]}
          title={bucketExplanations[bucket]}
          count={counts[bucket]}
          isChosen={chosen === bucket}
          onClick={() => choose(bucket)}
        />
      ))}
    </fieldset>
  );
}

type CountProps = {
  Icon: typeof OctagonAlert;
  label: string;
  title: string;
  count: number;
  isChosen: boolean;
  onClick: () => void;
  className?: string | undefined;
};

function Count({ Icon, label, title, count, isChosen, onClick, className }: CountProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      title={title}
      onClick={onClick}
      className={cx(
        "flex min-w-28 flex-1 basis-28 flex-col items-start rounded-lg border bg-surface px-3 py-2 text-left shadow-card transition-colors hover:bg-hover",
        className,
        isChosen && "border-accent bg-accent-soft hover:bg-accent-soft",
      )}
    >
      <span className="tabular font-semibold text-lg">{formatCount(count)}</span>
      <span className={cx("flex items-center gap-1 text-xs", isChosen ? "text-accent" : "text-muted")}>
        <Icon aria-hidden className="size-3 shrink-0" />
        {label}
      </span>
    </button>
  );
}
