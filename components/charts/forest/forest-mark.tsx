import { type Domain, percentAlong } from "../scale/linear-scale.ts";
import type { ForestInterval } from "./forest-axis.ts";

export type ForestTone = "better" | "worse" | "settled" | "open";

const strokes: Record<ForestTone, string> = {
  better: "stroke-positive",
  worse: "stroke-negative",
  settled: "stroke-text",
  open: "stroke-[var(--text-muted)]",
};
const fills: Record<ForestTone, string> = {
  better: "fill-positive",
  worse: "fill-negative",
  settled: "fill-text",
  open: "fill-surface",
};

type ForestMarkProps = {
  interval: ForestInterval | null;
  tone: ForestTone;
  ticks: readonly number[];
  /** Where a loss begins to matter. */
  margin: number | null;
};

const middle = 14;

/** One row of a forest plot: interval, point, the line of no change and that of the margin. What lies beyond the axis ends in an arrow. */
export function ForestMark({ interval, tone, ticks, margin }: ForestMarkProps) {
  const axis: Domain = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const at = (value: number) => `${percentAlong(axis, value)}%`;
  return (
    <svg aria-hidden="true" width="100%" height="28" className="block overflow-visible">
      {ticks.map((tick) => (
        <line key={tick} x1={at(tick)} x2={at(tick)} y1="0" y2="28" className="stroke-border" />
      ))}
      {margin !== null && (
        <line
          x1={at(margin)}
          x2={at(margin)}
          y1="0"
          y2="28"
          className="stroke-accent"
          strokeDasharray="3 3"
        />
      )}
      <line x1={at(0)} x2={at(0)} y1="0" y2="28" className="stroke-[var(--border-control)]" />
      {interval !== null && (
        <>
          <line
            x1={at(interval.low)}
            x2={at(interval.high)}
            y1={middle}
            y2={middle}
            strokeWidth="2"
            className={strokes[tone]}
          />
          <End isCutOff={interval.low < axis[0]} x={at(interval.low)} tone={tone} points="0,-4 -6,0 0,4" />
          <End isCutOff={interval.high > axis[1]} x={at(interval.high)} tone={tone} points="0,-4 6,0 0,4" />
          <Point tone={tone} x={at(interval.value)} />
        </>
      )}
    </svg>
  );
}

type EndProps = { isCutOff: boolean; x: string; tone: ForestTone; points: string };

function End({ isCutOff, x, tone, points }: EndProps) {
  if (!isCutOff) {
    return <line x1={x} x2={x} y1={middle - 4} y2={middle + 4} strokeWidth="1.5" className={strokes[tone]} />;
  }
  return (
    <svg x={x} y={middle} aria-hidden="true" className="overflow-visible">
      <polygon points={points} className={`${fills[tone === "open" ? "settled" : tone]} opacity-70`} />
    </svg>
  );
}

/** Shape says the same as colour: up, down, a filled disc where the margin is kept, a ring where nothing is settled. */
function Point({ tone, x }: { tone: ForestTone; x: string }) {
  return (
    <svg x={x} y={middle} aria-hidden="true" className="overflow-visible">
      {tone === "better" && <polygon points="0,-6 5.5,4.5 -5.5,4.5" className={fills.better} />}
      {tone === "worse" && <polygon points="0,6 5.5,-4.5 -5.5,-4.5" className={fills.worse} />}
      {tone === "settled" && <circle r="4.5" className={fills.settled} />}
      {tone === "open" && <circle r="4" strokeWidth="1.5" className={`${fills.open} ${strokes.open}`} />}
    </svg>
  );
}
