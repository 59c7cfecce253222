import type { PlotFrame } from "./plot-frame.ts";

export type PlotAxesProps = {
  frame: PlotFrame;
  formatX: (x: number) => string;
  formatTick: (y: number) => string;
};

export function PlotAxes({ frame, formatX, formatTick }: PlotAxesProps) {
  const { left, right, bottom, x, y, xTicks, yTicks } = frame;
  return (
    <g fill="var(--text-faint)" stroke="none" className="text-2xs">
      {yTicks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} stroke="var(--border)" />
          <text x={left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {formatTick(tick)}
          </text>
        </g>
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke="var(--border-strong)" />
      {xTicks.map((tick, index) => (
        <text
          key={tick}
          x={x(tick)}
          y={bottom + 16}
          textAnchor={xTicks.length > 1 && index === xTicks.length - 1 ? "end" : "middle"}
        >
          {formatX(tick)}
        </text>
      ))}
    </g>
  );
}
