import Link from "next/link";
import { cx } from "#components/ui/class-names.ts";
import { OUTCOME_FILL, type OutcomeTone } from "#components/ui/feedback/outcome-fill.ts";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";

export type StackedSegment = { key: string; label: string; value: number; tone: OutcomeTone; href?: string };

export type StackedBarProps = {
  /** Names the bar: "Attempts of this run". */
  label: string;
  segments: readonly StackedSegment[];
  /** The whole; default: the sum. Never smaller than the sum. */
  total?: number;
  /** Without the list of numbers below: for table cells. */
  compact?: boolean;
  className?: string;
};

/** Parts of a whole with their counts: passed, failed, errored, unscored, to come. */
export function StackedBar({ label, segments, total, compact = false, className }: StackedBarProps) {
  const sum = segments.reduce((running, segment) => running + Math.max(0, segment.value), 0);
  const whole = Math.max(total ?? sum, sum);
  const spoken = segments.map((segment) => `${segment.label} ${formatCount(segment.value)}`).join(", ");
  return (
    <figure className={cx("min-w-0", className)}>
      <div
        role="img"
        aria-label={`${label}: ${spoken}, of ${formatCount(whole)}`}
        className={cx("flex gap-px overflow-hidden rounded-sm bg-pressed", compact ? "h-2" : "h-3")}
      >
        {segments
          .filter((segment) => segment.value > 0)
          .map((segment) => (
            <span
              key={segment.key}
              title={`${segment.label}: ${formatCount(segment.value)}`}
              style={{ width: `${(segment.value / whole) * 100}%` }}
              className={cx("h-full min-w-[2px]", OUTCOME_FILL[segment.tone])}
            />
          ))}
      </div>
      {!compact && (
        <figcaption>
          <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs">
            {segments.map((segment) => (
              <li key={segment.key} className="flex items-center gap-1.5">
                <span
                  aria-hidden
                  className={cx(
                    "size-2.5 shrink-0 rounded-[2px] border border-text/15",
                    OUTCOME_FILL[segment.tone],
                  )}
                />
                <SegmentText segment={segment} whole={whole} />
              </li>
            ))}
          </ul>
        </figcaption>
      )}
    </figure>
  );
}

function SegmentText({ segment, whole }: { segment: StackedSegment; whole: number }) {
  const text = (
    <>
      <span className="text-muted">{segment.label}</span>{" "}
      <span className="tabular font-medium">{formatCount(segment.value)}</span>{" "}
      {whole > 0 && <span className="tabular text-faint">{formatPercent(segment.value / whole)}</span>}
    </>
  );
  if (!segment.href) return <span>{text}</span>;
  return (
    <Link href={segment.href} className="rounded-sm decoration-accent underline-offset-3 hover:underline">
      {text}
    </Link>
  );
}
