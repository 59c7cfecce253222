import { cx } from "#components/ui/class-names.ts";
import { type Domain, percentAlong } from "./scale/linear-scale.ts";

export type AxisTicksProps = { ticks: readonly number[]; formatTick: (value: number) => string };

/** The numbers under a horizontal axis that runs from the first tick to the last; in a narrow container every other one. */
export function AxisTicks({ ticks, formatTick }: AxisTicksProps) {
  const axis: Domain = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return (
    <div className="relative h-5 border-t text-2xs text-faint">
      {ticks.map((tick, index) => (
        <span
          key={tick}
          style={{ left: `${percentAlong(axis, tick)}%` }}
          className={cx(
            "tabular absolute top-1 -translate-x-1/2 whitespace-nowrap",
            index % 2 === 1 && "@max-lg:hidden",
          )}
        >
          {formatTick(tick)}
        </span>
      ))}
    </div>
  );
}
