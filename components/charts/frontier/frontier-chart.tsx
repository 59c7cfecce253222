import Link from "next/link";
import { cx } from "#components/ui/class-names.ts";
import { formatLimits } from "#components/ui/format/format-limits.ts";
import {
  type FrontierLayout,
  type FrontierPoint,
  frontierLayout,
  type PlacedPoint,
} from "./frontier-layout.ts";

export type FrontierChartProps = {
  /** Names the chart: "Pass rate against cost". */
  label: string;
  points: readonly FrontierPoint[];
  scale: "log" | "linear";
  xTitle: string;
  yTitle: string;
  formatX: (value: number) => string;
  formatXTick: (value: number) => string;
  formatY: (value: number) => string;
  formatYTick: (value: number) => string;
  /** Horizontal line: the bar to clear. */
  reference: { value: number; label: string } | null;
};

const heightPx = 300;

/** Better is up and to the left. Intervals on both axes; drawn on the server, with the numbers as a table behind it. */
export function FrontierChart(props: FrontierChartProps) {
  const { label, points, scale, xTitle, yTitle, formatX, formatY, formatXTick, formatYTick, reference } =
    props;
  if (points.length === 0) return null;
  const layout = frontierLayout(points, { scale, reference: reference?.value ?? null, heightPx });
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 flex flex-wrap justify-between gap-x-3 text-faint text-xs">
        <span>↑ {yTitle}</span>
        {reference && (
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden className="w-4 border-text border-t border-dashed" />
            {reference.label}
          </span>
        )}
      </figcaption>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 pr-5">
        <div
          aria-hidden
          className="tabular relative w-9 text-right text-2xs text-faint"
          style={{ height: heightPx }}
        >
          {layout.yTicks.map(({ value, at }) => (
            <span
              key={value}
              style={{ top: `${at}%` }}
              className="absolute right-0 -translate-y-1/2 whitespace-nowrap"
            >
              {formatYTick(value)}
            </span>
          ))}
        </div>
        <div className="relative border-b border-l" style={{ height: heightPx }}>
          <Lines layout={layout} />
          {layout.points.map((point) => (
            <Mark key={point.id} point={point} />
          ))}
        </div>
        <span />
        <div aria-hidden className="tabular relative h-5 text-2xs text-faint">
          {layout.xTicks.map(({ value, at }) => (
            <span
              key={value}
              style={{ left: `${at}%` }}
              className="absolute top-1 -translate-x-1/2 whitespace-nowrap"
            >
              {formatXTick(value)}
            </span>
          ))}
        </div>
        <span />
        <p className="text-right text-faint text-xs">
          {xTitle}
          {scale === "log" && ", logarithmic"} →
        </p>
      </div>
      <PointTable
        label={label}
        points={points}
        xTitle={xTitle}
        yTitle={yTitle}
        formatX={formatX}
        formatY={formatY}
      />
    </figure>
  );
}

/** Strokes keep their width however the plot is stretched. */
function Lines({ layout }: { layout: FrontierLayout }) {
  const stroke = { vectorEffect: "non-scaling-stroke", fill: "none" } as const;
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible"
    >
      {layout.yTicks.map(({ value, at }) => (
        <line key={value} x1={0} x2={100} y1={at} y2={at} stroke="var(--border)" {...stroke} />
      ))}
      {layout.xTicks.map(({ value, at }) => (
        <line key={value} x1={at} x2={at} y1={0} y2={100} stroke="var(--border)" {...stroke} />
      ))}
      {layout.reference !== null && (
        <line
          x1={0}
          x2={100}
          y1={layout.reference}
          y2={layout.reference}
          stroke="var(--text)"
          strokeDasharray="5 4"
          {...stroke}
        />
      )}
      <polyline
        points={layout.frontier.map((corner) => corner.join(",")).join(" ")}
        stroke="var(--accent)"
        strokeWidth={1.5}
        {...stroke}
      />
      {layout.points.map((point) => (
        <g
          key={point.id}
          stroke={point.tone === "quiet" ? "var(--border-control)" : "var(--text)"}
          strokeWidth={1.25}
        >
          <line x1={point.leftLow} x2={point.leftHigh} y1={point.top} y2={point.top} {...stroke} />
          <line x1={point.left} x2={point.left} y1={point.topLow} y2={point.topHigh} {...stroke} />
        </g>
      ))}
    </svg>
  );
}

const dots = {
  chosen: "bg-accent ring-text",
  plain: "bg-text ring-surface",
  quiet: "bg-surface ring-control",
};

function Mark({ point }: { point: PlacedPoint }) {
  const { left, top, tone, labelSide, labelShiftPx } = point;
  return (
    <>
      <span
        aria-hidden
        style={{ left: `${left}%`, top: `${top}%` }}
        className={cx("absolute size-2.5 -translate-1/2 rounded-full ring-[1.5px]", dots[tone])}
      />
      <Link
        href={point.href}
        style={{ top: `calc(${top}% + ${labelShiftPx}px)`, ...sideStyle(labelSide, left) }}
        className={cx(
          "absolute max-w-[38%] -translate-y-[1.1rem] truncate rounded-sm bg-surface/75 px-1 text-2xs leading-4 hover:underline",
          tone === "quiet" ? "text-muted" : "font-medium text-text",
        )}
      >
        {point.label}
      </Link>
    </>
  );
}

function sideStyle(side: PlacedPoint["labelSide"], left: number) {
  return side === "right" ? { left: `calc(${left}% + 4px)` } : { right: `calc(${100 - left}% + 4px)` };
}

type PointTableProps = Pick<
  FrontierChartProps,
  "label" | "points" | "xTitle" | "yTitle" | "formatX" | "formatY"
>;

function PointTable({ label, points, xTitle, yTitle, formatX, formatY }: PointTableProps) {
  return (
    <details className="mt-1 text-xs print:hidden">
      <summary className="w-fit rounded-sm text-muted hover:text-text">Show as a table</summary>
      <div className="mt-2 overflow-x-auto rounded-md border">
        <table className="w-full">
          <caption className="sr-only">{label}</caption>
          <thead className="bg-sunken text-faint">
            <tr>
              <th scope="col" className="px-2 py-1 text-left font-medium">
                Model
              </th>
              <th scope="col" className="px-2 py-1 text-right font-medium">
                {xTitle}
              </th>
              <th scope="col" className="px-2 py-1 text-right font-medium">
                {yTitle}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ id, label: name, x, xLow, xHigh, y, yLow, yHigh }) => (
              <tr key={id} className="border-t">
                <th scope="row" className="px-2 py-1 text-left font-normal">
                  {name}
                </th>
                <td className="tabular px-2 py-1 text-right">
                  <Measured value={formatX(x)} interval={limits(xLow, xHigh, formatX)} />
                </td>
                <td className="tabular px-2 py-1 text-right">
                  <Measured value={formatY(y)} interval={limits(yLow, yHigh, formatY)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Measured({ value, interval }: { value: string; interval: string | null }) {
  return (
    <>
      <span className="whitespace-nowrap">{value}</span>
      {interval !== null && <span className="block whitespace-nowrap text-faint">{interval}</span>}
    </>
  );
}

/** An end that is not estimable is left open. */
function limits(low: number | null, high: number | null, format: (value: number) => string): string | null {
  if (low === null && high === null) return null;
  if (low === null) return `at most ${format(high ?? 0)}`;
  return high === null ? `at least ${format(low)}` : formatLimits(low, high, format);
}
