import { cx } from "#components/ui/class-names.ts";
import { type Domain, percentAlong } from "./scale/linear-scale.ts";

export type AxisTicksProps = { ticks: readonly number[]; formatTick: (value: number) => string };

/** The numbers under a horizontal axis that runs from the first tick to the last. Where it is narrow, every second one. */
export function AxisTicks({ ticks, formatTick }: AxisTicksProps) {
  const axis: Domain = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return (
    <div className="@container relative h-5 border-t text-2xs text-faint">
      {ticks.map((tick, index) => (
        <span
          key={tick}
          style={{ left: `${percentAlong(axis, tick)}%` }}
          className={cx(
            "tabular absolute top-1 -translate-x-1/2 whitespace-nowrap",
            ticks.length > 3 && !isKept(index, ticks.length) && "hidden @[12rem]:inline",
          )}
        >
          {formatTick(tick)}
        </span>
      ))}
    </div>
  );
}

/** Of an odd number every second one, so that both ends stay; of an even number only the ends. */
function isKept(index: number, count: number): boolean {
  return count % 2 === 1 ? index % 2 === 0 : index === 0 || index === count - 1;
}
