import { formatCount } from "#components/ui/format/format-count.ts";
import type { PlotFrame } from "./plot-frame.ts";
import type { PlotLine, PlotMark } from "./plot-types.ts";

export type PlotTooltipProps = {
  frame: PlotFrame;
  column: number;
  lines: readonly PlotLine[];
  marks: readonly PlotMark[];
  formatX: (x: number) => string;
  formatY: (y: number) => string;
};

const widthPx = 300;

/** What stands at a column, beside it. Spoken as it changes. */
export function PlotTooltip({ frame, column, lines, marks, formatX, formatY }: PlotTooltipProps) {
  const found = lines.flatMap((line) =>
    line.points.filter((point) => point.x === column).map((point) => ({ line, point })),
  );
  const changed = marks.filter((mark) => mark.x === column).map((mark) => mark.label);
  const place = frame.x(column);
  const turned = place + widthPx + 16 > frame.width;
  return (
    <output
      className="pointer-events-none absolute top-6 z-10 rounded-lg border border-strong/70 bg-raised px-2.5 py-2 text-xs shadow-float"
      style={{
        maxWidth: Math.min(widthPx, frame.width - 8),
        ...(turned ? { right: Math.max(4, frame.width - place + 10) } : { left: place + 10 }),
      }}
    >
      <span className="block text-muted">{formatX(column)}</span>
      {found.map(({ line, point }) => (
        <span key={`${line.id} ${point.run}`} className="mt-1 block">
          <span className="flex items-center gap-1.5">
            <span className="size-2 shrink-0 rounded-full" style={{ background: line.colour }} />
            <span className="truncate text-muted">{point.label}</span>
          </span>
          <span className="tabular flex items-baseline gap-1.5 pl-3.5">
            <span className="font-medium">{point.y === null ? "no value" : formatY(point.y)}</span>
            {point.low !== null && point.high !== null && (
              <span className="text-faint">
                [{formatY(point.low)}, {formatY(point.high)}]
              </span>
            )}
            <span className="text-faint">n {formatCount(point.n)}</span>
          </span>
        </span>
      ))}
      {changed.length > 0 && <span className="mt-1 block text-muted">New: {changed.join(", ")}</span>}
    </output>
  );
}
