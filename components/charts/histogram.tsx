import { cx } from "#components/ui/class-names.ts";
import { formatCount } from "#components/ui/format/format-count.ts";
import { markPlaces } from "./histogram-marks.ts";
import { type Domain, percentAlong } from "./scale/linear-scale.ts";
import { niceTicks } from "./scale/nice-ticks.ts";

export type HistogramBin = { from: number; to: number; count: number };
export type HistogramSeries = { id: string; label: string; bins: readonly HistogramBin[] };
export type HistogramMark = { value: number; label: string };

export type HistogramProps = {
  /** Names the chart: "Latency of 500 attempts". */
  label: string;
  /** One or two series over the same bins. */
  series: readonly HistogramSeries[];
  formatValue: (value: number) => string;
  /** Vertical lines: p50, p95, a threshold. */
  marks?: readonly HistogramMark[];
  heightPx?: number;
  className?: string;
};

const FILLS = ["bg-series-1/70", "bg-series-2/70"];

/** Counts per bin, from zero. The same numbers follow as a table for readers without the picture. */
export function Histogram({
  label,
  series,
  formatValue,
  marks = [],
  heightPx = 160,
  className,
}: HistogramProps) {
  const bins = series[0]?.bins ?? [];
  const domain: Domain = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1];
  const ticks = niceTicks(
    0,
    Math.max(1, ...series.flatMap((one) => one.bins.map((bin) => bin.count))),
    4,
  ).filter(Number.isInteger);
  const top = ticks.at(-1) ?? 1;
  const places = markPlaces(marks.map(({ value }) => percentAlong(domain, value)));
  return (
    <figure className={cx("min-w-0", className)}>
      <figcaption className="sr-only">{label}</figcaption>
      <div aria-hidden className="flex gap-2 text-2xs text-faint">
        <div className="tabular relative w-9 shrink-0 text-right" style={{ height: heightPx }}>
          {ticks.map((tick) => (
            <span
              key={tick}
              className="absolute right-0 translate-y-1/2"
              style={{ bottom: `${(tick / top) * 100}%` }}
            >
              {formatCount(tick)}
            </span>
          ))}
        </div>
        <div className="min-w-0 flex-1">
          <div className="relative border-strong border-b" style={{ height: heightPx }}>
            {ticks.slice(1).map((tick) => (
              <span
                key={tick}
                className="absolute inset-x-0 border-t"
                style={{ bottom: `${(tick / top) * 100}%` }}
              />
            ))}
            {series.map((one, seriesIndex) =>
              one.bins.map((bin) => (
                <span
                  key={`${one.id} ${bin.from}`}
                  title={`${one.label}: ${formatCount(bin.count)} from ${formatValue(bin.from)} to ${formatValue(bin.to)}`}
                  style={barStyle(domain, bin, top, seriesIndex, series.length)}
                  className={cx("absolute bottom-0 rounded-t-[1px] hover:brightness-110", FILLS[seriesIndex])}
                />
              )),
            )}
            {marks.map((mark, index) => (
              <span
                key={mark.label}
                style={{ left: `${percentAlong(domain, mark.value)}%` }}
                className="absolute inset-y-0 border-text border-l border-dashed"
              >
                <span
                  style={{ top: `${(places[index]?.row ?? 0) * 1.1}rem` }}
                  className={cx(
                    "absolute whitespace-nowrap bg-surface/85 px-1 text-text",
                    places[index]?.side === "left" ? "right-0" : "left-0",
                  )}
                >
                  {mark.label}
                </span>
              </span>
            ))}
          </div>
          <div className="tabular mt-1 flex justify-between">
            <span>{formatValue(domain[0])}</span>
            <span>{formatValue((domain[0] + domain[1]) / 2)}</span>
            <span>{formatValue(domain[1])}</span>
          </div>
        </div>
      </div>
      {series.length > 1 && (
        <ul aria-hidden className="mt-2 flex gap-4 text-muted text-xs">
          {series.map((one, index) => (
            <li key={one.id} className="flex items-center gap-1.5">
              <span className={cx("size-2.5 rounded-[2px]", FILLS[index])} />
              {one.label}
            </li>
          ))}
        </ul>
      )}
      <HistogramTable label={label} series={series} formatValue={formatValue} />
    </figure>
  );
}

function barStyle(domain: Domain, bin: HistogramBin, top: number, seriesIndex: number, seriesCount: number) {
  const left = percentAlong(domain, bin.from);
  const width = (percentAlong(domain, bin.to) - left) / seriesCount;
  return {
    left: `calc(${left + width * seriesIndex}% + 0.5px)`,
    width: `calc(${width}% - 1px)`,
    height: `${(bin.count / top) * 100}%`,
  };
}

function HistogramTable({
  label,
  series,
  formatValue,
}: Pick<HistogramProps, "label" | "series" | "formatValue">) {
  return (
    <table className="sr-only">
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">Range</th>
          {series.map((one) => (
            <th key={one.id} scope="col">
              {one.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(series[0]?.bins ?? []).map((bin, index) => (
          <tr key={bin.from}>
            <th scope="row">
              {formatValue(bin.from)} to {formatValue(bin.to)}
            </th>
            {series.map((one) => (
              <td key={one.id}>{formatCount(one.bins[index]?.count)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
