import { formatLimits } from "#components/ui/format/format-limits.ts";
import type { Bounded } from "#lib/scorecards/scorecard.ts";

export type BoundedValueProps = { value: Bounded; format: (value: number) => string };

/** A figure with its interval in a quieter tone; a dash where it does not exist. */
export function BoundedValue({ value: { estimate, lower, upper }, format }: BoundedValueProps) {
  if (estimate === null) return <span className="text-faint">–</span>;
  return (
    <span className="whitespace-nowrap">
      {format(estimate)}
      {lower !== null && upper !== null && (
        <span className="text-muted text-xs"> {formatLimits(lower, upper, format)}</span>
      )}
    </span>
  );
}
