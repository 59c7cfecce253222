import type { Bounded } from "#lib/scorecards/scorecard.ts";

/** "52.6 %" -> "52.6": the unit stands at the figure. */
const bare = (text: string) => text.replace(/\s*%$/u, "");

export type BoundedValueProps = { value: Bounded; format: (value: number) => string };

/** A figure with its interval in a quieter tone; a dash where it does not exist. */
export function BoundedValue({ value: { estimate, lower, upper }, format }: BoundedValueProps) {
  if (estimate === null) return <span className="text-faint">–</span>;
  return (
    <span className="whitespace-nowrap">
      {format(estimate)}
      {lower !== null && upper !== null && (
        <span className="text-muted text-xs">
          {" "}
          [{bare(format(lower))}, {bare(format(upper))}]
        </span>
      )}
    </span>
  );
}
