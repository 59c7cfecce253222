import { Delta } from "#components/ui/display/delta.tsx";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercentagePoints } from "#components/ui/format/format-percent.ts";
import type { VerdictChange } from "#lib/comparisons/compare-verdicts.ts";

/** A paired difference; coloured only where its interval excludes no change and the runs are alike enough to compare. */
export function ChangeDelta({ difference, withheld }: VerdictChange) {
  if (difference === null) return <span className="text-faint">no shared cases</span>;
  const { lower, upper, direction } = difference;
  return (
    <Delta
      difference={difference.difference}
      text={formatPercentagePoints(difference.difference)}
      interval={formatInterval([lower, upper])}
      verdict={withheld ? "unclear" : direction}
    />
  );
}
