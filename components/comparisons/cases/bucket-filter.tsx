"use client";

import { cx } from "#components/ui/class-names.ts";
import { formatCount } from "#components/ui/format/format-count.ts";
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
  chosen: Bucket | null;
  onChoose: (bucket: Bucket | null) => void;
};

const always: readonly Bucket[] = ["broken", "fixed", "both_fail", "both_pass"];

/** The counts of what became of the cases; each filters the table to its cases, and again takes the filter off. */
export function BucketFilter({ counts, chosen, onChoose }: BucketFilterProps) {
  const shown = buckets.filter(
    (bucket) => always.includes(bucket) || counts[bucket] > 0 || bucket === chosen,
  );
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">Show only cases with this outcome</legend>
      {shown.map((bucket) => {
        const Icon = bucketIcons[bucket];
        const isChosen = chosen === bucket;
        return (
          <button
            key={bucket}
            type="button"
            aria-pressed={isChosen}
            title={bucketExplanations[bucket]}
            onClick={() => onChoose(isChosen ? null : bucket)}
            className={cx(
              "flex min-w-28 flex-1 basis-28 flex-col items-start rounded-lg border bg-surface px-3 py-2 text-left shadow-card transition-colors hover:bg-hover",
              isChosen && "border-accent bg-accent-soft hover:bg-accent-soft",
            )}
          >
            <span className="tabular font-semibold text-lg">{formatCount(counts[bucket])}</span>
            <span className={cx("flex items-center gap-1 text-xs", isChosen ? "text-accent" : "text-muted")}>
              <Icon aria-hidden className="size-3" />
              {bucketLabels[bucket]}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
