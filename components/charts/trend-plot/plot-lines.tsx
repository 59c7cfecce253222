import { OutsideMark } from "./outside-mark.tsx";
import type { PlotFrame } from "./plot-frame.ts";
import { bandPath, linePath } from "./plot-paths.ts";
import type { PlotLine } from "./plot-types.ts";

export type PlotLinesProps = {
  frame: PlotFrame;
  lines: readonly PlotLine[];
  focusId: string | null;
  /** Runs of the line that is looked at that lie outside its limits. */
  outside: ReadonlySet<number>;
  /** Accepted runs. */
  accepted: ReadonlySet<number>;
};

/** With more lines than this, bands over bands show nothing. */
const mostBands = 3;
/** Closer than this, dots would be a second line. */
const dotEveryPx = 7;

/** Bands below, then lines, the one that is looked at on top, then what single runs are marked with. */
export function PlotLines({ frame, lines, focusId, outside, accepted }: PlotLinesProps) {
  const ordered = [...lines].sort((one, other) => Number(one.id === focusId) - Number(other.id === focusId));
  return (
    <g fill="none">
      {ordered
        .filter((line) => lines.length <= mostBands || line.id === focusId)
        .map((line) => (
          <path key={line.id} d={bandPath(line.points, frame)} fill={line.colour} fillOpacity={0.13} />
        ))}
      {ordered.map((line) => (
        <path
          key={line.id}
          d={linePath(line.points, frame)}
          stroke={line.colour}
          strokeWidth={!isSparse(frame, line) ? 1 : line.id === focusId ? 2 : 1.5}
          strokeLinejoin="round"
        />
      ))}
      {ordered.map((line) => (
        <Dots
          key={line.id}
          frame={frame}
          line={line}
          outside={line.id === focusId ? outside : nobody}
          accepted={accepted}
        />
      ))}
    </g>
  );
}

const nobody: ReadonlySet<number> = new Set();

const isSparse = (frame: PlotFrame, line: PlotLine) =>
  line.points.length * dotEveryPx < frame.right - frame.left;

type DotsProps = { frame: PlotFrame; line: PlotLine } & Pick<PlotLinesProps, "outside" | "accepted">;

function Dots({ frame, line, outside, accepted }: DotsProps) {
  const sparse = isSparse(frame, line);
  return line.points.map(({ x, y, low, high, run }) => {
    if (y === null) return null;
    const [left, top] = [frame.x(x), frame.y(y)];
    if (outside.has(run)) {
      return <OutsideMark key={run} x={left} y={top} />;
    }
    if (accepted.has(run)) {
      return (
        <circle
          key={run}
          cx={left}
          cy={top}
          r={5}
          fill="var(--accent)"
          stroke="var(--text)"
          strokeWidth={1.25}
        />
      );
    }
    if (!sparse) return null;
    return (
      <g key={run}>
        {line.points.length === 1 && low !== null && high !== null && (
          <line x1={left} x2={left} y1={frame.y(low)} y2={frame.y(high)} stroke={line.colour} />
        )}
        <circle cx={left} cy={top} r={3} fill="var(--surface)" stroke={line.colour} strokeWidth={1.75} />
      </g>
    );
  });
}
