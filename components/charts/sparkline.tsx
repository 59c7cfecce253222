import { cx } from "#components/ui/class-names.ts";

export type SparklineProps = {
  /** In words: "Pass rate of the last 12 runs, from 88 % to 92 %". */
  label: string;
  /** Oldest first; null leaves a gap. */
  values: readonly (number | null)[];
  /** Ends of the y axis; default: what the values need. */
  domain?: readonly [number, number];
  widthPx?: number;
  heightPx?: number;
  className?: string;
};

const PADDING_PX = 3;

/** A small line without axes, to read a direction from. Never the only place of a number. */
export function Sparkline({ label, values, domain, widthPx = 88, heightPx = 22, className }: SparklineProps) {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const low = domain?.[0] ?? Math.min(...known);
  const high = domain?.[1] ?? Math.max(...known);
  const x = (index: number) =>
    PADDING_PX + (index / Math.max(1, values.length - 1)) * (widthPx - 2 * PADDING_PX);
  const y = (value: number) => {
    const along = high > low ? (value - low) / (high - low) : 0.5;
    return heightPx - PADDING_PX - along * (heightPx - 2 * PADDING_PX);
  };
  const lastIndex = values.findLastIndex((value) => value !== null && Number.isFinite(value));
  const last = values[lastIndex];
  return (
    <svg
      role="img"
      aria-label={label}
      width={widthPx}
      height={heightPx}
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      className={cx("shrink-0 overflow-visible", className)}
    >
      <path
        d={linePath(values, x, y)}
        fill="none"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-series-8"
      />
      {typeof last === "number" && (
        <circle cx={x(lastIndex)} cy={y(last)} r="2.5" className="fill-accent stroke-surface" />
      )}
    </svg>
  );
}

function linePath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let penDown = false;
  return values
    .map((value, index) => {
      if (value === null || !Number.isFinite(value)) {
        penDown = false;
        return "";
      }
      const command = penDown ? "L" : "M";
      penDown = true;
      return `${command}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join("");
}
