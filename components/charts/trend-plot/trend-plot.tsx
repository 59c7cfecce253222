"use client";

import { useId, useMemo, useRef } from "react";
import { PlotAxes } from "./plot-axes.tsx";
import { plotFrame } from "./plot-frame.ts";
import { PlotGuides } from "./plot-guides.tsx";
import { PlotLines } from "./plot-lines.tsx";
import { PlotTooltip } from "./plot-tooltip.tsx";
import type { PlotLimits, PlotLine, PlotMark, PlotReference } from "./plot-types.ts";
import { useElementWidth } from "./use-element-width.ts";
import { usePlotCursor } from "./use-plot-cursor.ts";

export type TrendPlotProps = {
  /** Names the plot for screen readers. */
  label: string;
  lines: readonly PlotLine[];
  /** The line that limits and changes are of. */
  focusId: string | null;
  limits: PlotLimits | null;
  references: readonly PlotReference[];
  marks: readonly PlotMark[];
  change: readonly [number, number] | null;
  /** Numbers of accepted runs. */
  accepted: ReadonlySet<number>;
  bounds: readonly [number, number];
  whole: boolean;
  formatX: (x: number) => string;
  formatY: (y: number) => string;
  /** Values of the y axis, which are round. */
  formatTick: (y: number) => string;
  /** A range of places along the axis, both ends included. */
  onSelect: (from: number, to: number) => void;
  onOpen: (x: number) => void;
  onClear: () => void;
  heightPx?: number;
};

const beforeMeasuredPx = 960;

/** Lines with their intervals, and what they are held against. Server-rendered; pointing and selecting come with the browser. */
export function TrendPlot(props: TrendPlotProps) {
  const { lines, limits, references, bounds, whole, heightPx = 320, marks, formatX, formatY } = props;
  const { formatTick } = props;
  const box = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const width = useElementWidth(box, beforeMeasuredPx);
  const frame = useMemo(
    () => plotFrame({ lines, limits, references, width, height: heightPx, bounds, whole }),
    [lines, limits, references, width, heightPx, bounds, whole],
  );
  const { onSelect, onOpen, onClear } = props;
  const { cursor, handlers } = usePlotCursor({ frame, lines, onSelect, onOpen, onClear });
  const drawing = useMemo(
    () => (
      <>
        <PlotAxes frame={frame} formatX={formatX} formatTick={formatTick} />
        <PlotGuides
          frame={frame}
          limits={limits}
          references={references}
          marks={marks}
          change={props.change}
        />
        <PlotLines
          frame={frame}
          lines={lines}
          focusId={props.focusId}
          outside={limits?.outside ?? nobody}
          accepted={props.accepted}
        />
      </>
    ),
    [
      frame,
      formatX,
      formatTick,
      limits,
      references,
      marks,
      lines,
      props.change,
      props.focusId,
      props.accepted,
    ],
  );
  return (
    <div className="flex flex-col gap-1.5">
      <div
        ref={box}
        role="application"
        aria-label={props.label}
        aria-describedby={hintId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys, as the hint under it says
        tabIndex={0}
        className="relative touch-pan-y select-none rounded-sm"
        style={{ height: heightPx, cursor: cursor.at === null ? undefined : "crosshair" }}
        {...handlers}
      >
        <svg
          aria-hidden
          width={width}
          height={heightPx}
          className="tabular absolute inset-0 overflow-visible"
        >
          {drawing}
          {cursor.at !== null && (
            <line
              x1={frame.x(cursor.at)}
              x2={frame.x(cursor.at)}
              y1={frame.top}
              y2={frame.bottom}
              stroke="var(--text-muted)"
            />
          )}
          {cursor.at !== null && cursor.anchor !== null && (
            <rect
              x={Math.min(frame.x(cursor.at), frame.x(cursor.anchor))}
              width={Math.abs(frame.x(cursor.at) - frame.x(cursor.anchor))}
              y={frame.top}
              height={frame.bottom - frame.top}
              fill="var(--accent)"
              fillOpacity={0.18}
            />
          )}
        </svg>
        {cursor.at !== null && (
          <PlotTooltip
            frame={frame}
            column={cursor.at}
            lines={lines}
            marks={marks}
            formatX={formatX}
            formatY={formatY}
          />
        )}
      </div>
      <p id={hintId} className="text-2xs text-faint">
        Drag over a range to look at it alone; press a point to open its run. With keys: ← and → move, Shift
        selects, Enter opens or zooms, Esc shows all.
      </p>
    </div>
  );
}

const nobody: ReadonlySet<number> = new Set();
