import { OutsideMark } from "./outside-mark.tsx";
import type { PlotFrame } from "./plot-frame.ts";
import { labelsThatFit, linePath } from "./plot-paths.ts";
import type { PlotLimits, PlotMark, PlotReference } from "./plot-types.ts";

export type PlotGuidesProps = {
  frame: PlotFrame;
  limits: PlotLimits | null;
  references: readonly PlotReference[];
  marks: readonly PlotMark[];
  /** Between which places the level changed. */
  change: readonly [number, number] | null;
};

/** Everything that values are held against: limits, accepted runs, what changed in between, and where the level moved. */
export function PlotGuides({ frame, limits, references, marks, change }: PlotGuidesProps) {
  const { x, y, left, right, top, bottom } = frame;
  const placed = marks.map((mark) => ({ ...mark, x: x(mark.x) })).sort((one, other) => one.x - other.x);
  return (
    <g fill="none">
      {limits && <Limits frame={frame} limits={limits} />}
      {references.map(({ from, to, value, label }, index) => {
        const start = Math.max(left, x(from));
        const end = Math.max(start + 12, Math.min(right, x(to)));
        return (
          <g key={`${from} ${label}`}>
            <line
              x1={start}
              x2={end}
              y1={y(value)}
              y2={y(value)}
              stroke="var(--accent)"
              strokeWidth={2}
              strokeDasharray="7 4"
            />
            {index === references.length - 1 && (
              <Halo x={Math.max(end, left + label.length * 6)} y={y(value) - 6}>
                {label}
              </Halo>
            )}
          </g>
        );
      })}
      {placed.map((mark) => (
        <line
          key={`${mark.x} ${mark.label}`}
          x1={mark.x}
          x2={mark.x}
          y1={top - 6}
          y2={bottom}
          stroke="var(--border-control)"
          strokeDasharray="2 3"
        />
      ))}
      {labelsThatFit(placed, { left, right }).map(({ x: place, label, end }) => (
        <text
          key={`${place} ${label}`}
          x={place}
          y={top - 11}
          textAnchor={end ? "end" : "start"}
          fill="var(--text-muted)"
          className="text-2xs"
        >
          {label}
        </text>
      ))}
      {change && (
        <rect
          x={Math.min(x(change[0]), x(change[1]))}
          y={top}
          width={Math.max(2, Math.abs(x(change[1]) - x(change[0])))}
          height={bottom - top}
          fill="var(--text)"
          fillOpacity={0.09}
        />
      )}
    </g>
  );
}

function Limits({ frame, limits }: { frame: PlotFrame; limits: PlotLimits }) {
  const side = (pick: (limit: PlotLimits["byX"][number]) => number | null) =>
    linePath(
      limits.byX.map((limit) => ({ x: limit.x, y: pick(limit) })),
      frame,
    );
  return (
    <g stroke="var(--text-faint)">
      <path d={side(({ lower }) => lower)} strokeDasharray="4 3" />
      <path d={side(({ upper }) => upper)} strokeDasharray="4 3" />
      <path d={side(() => limits.centre)} strokeDasharray="1 4" />
      <path d={side(({ average }) => average)} strokeWidth={1.5} />
      {limits.byX.map(
        ({ x, average, isOutside }) =>
          isOutside && average !== null && <OutsideMark key={x} x={frame.x(x)} y={frame.y(average)} />,
      )}
    </g>
  );
}

type HaloProps = { x: number; y: number; children: string };

/** Text that stays readable over lines. */
function Halo({ x, y, children }: HaloProps) {
  return (
    <text
      x={x}
      y={y}
      textAnchor="end"
      fill="var(--text)"
      className="text-2xs"
      style={{ paintOrder: "stroke", stroke: "var(--surface)", strokeWidth: 4 }}
    >
      {children}
    </text>
  );
}
