import { formatCount } from "#components/ui/format/format-count.ts";
import { type Domain, percentAlong } from "./scale/linear-scale.ts";

export type ScoreDistributionProps = {
  /** Names the chart: "Scores of Overlap". */
  label: string;
  /** Equal bins over the domain; the last one includes its upper end. */
  domain: Domain;
  counts: readonly number[];
  quartiles: { min: number; p25: number; p50: number; p75: number; max: number };
  /** A score at which attempts pass. */
  threshold: { value: number; label: string };
  formatValue: (value: number) => string;
};

const barsHeight = 72;

/** A small histogram over a box plot on the same axis. The numbers follow as a table for readers without the picture. */
export function ScoreDistribution({
  label,
  domain,
  counts,
  quartiles,
  threshold,
  formatValue,
}: ScoreDistributionProps) {
  const top = Math.max(1, ...counts);
  const width = 100 / counts.length;
  const binFrom = (bin: number) => domain[0] + ((domain[1] - domain[0]) * bin) / counts.length;
  const at = (value: number) => percentAlong(domain, value);
  return (
    <figure className="min-w-0">
      <figcaption className="sr-only">{label}</figcaption>
      <div aria-hidden className="relative border-strong border-b" style={{ height: barsHeight }}>
        {counts.map((count, bin) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: bins never reorder
            key={bin}
            title={`${formatCount(count)} from ${formatValue(binFrom(bin))} to ${formatValue(binFrom(bin + 1))}`}
            style={{
              left: `calc(${bin * width}% + 0.5px)`,
              width: `calc(${width}% - 1px)`,
              height: `${(count / top) * 100}%`,
            }}
            className="absolute bottom-0 min-h-px rounded-t-[1px] bg-series-1/70 hover:brightness-110"
          />
        ))}
        {threshold.value >= domain[0] && threshold.value <= domain[1] && (
          <span
            style={{ left: `${at(threshold.value)}%` }}
            className="absolute inset-y-0 border-text border-l border-dashed"
          />
        )}
      </div>
      <BoxPlot at={at} quartiles={quartiles} />
      <div aria-hidden className="tabular flex justify-between text-2xs text-faint">
        <span>{formatValue(domain[0])}</span>
        <span>{threshold.label}</span>
        <span>{formatValue(domain[1])}</span>
      </div>
      <table className="sr-only">
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">Range</th>
            <th scope="col">Attempts</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count, bin) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: bins never reorder
            <tr key={bin}>
              <th scope="row">
                {formatValue(binFrom(bin))} to {formatValue(binFrom(bin + 1))}
              </th>
              <td>{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

type BoxPlotProps = Pick<ScoreDistributionProps, "quartiles"> & { at: (value: number) => number };

/** From the least to the greatest value, the middle half as a box and the median as its bar. */
function BoxPlot({ at, quartiles: { min, p25, p50, p75, max } }: BoxPlotProps) {
  return (
    <div aria-hidden className="relative my-1 h-4">
      <span
        style={{ left: `${at(min)}%`, width: `${at(max) - at(min)}%` }}
        className="absolute top-1/2 border-control border-t"
      />
      <span
        style={{ left: `${at(p25)}%`, width: `${at(p75) - at(p25)}%` }}
        className="absolute inset-y-0.5 min-w-px rounded-[2px] border border-control bg-surface"
      />
      <span
        style={{ left: `${at(p50)}%` }}
        className="absolute inset-y-0 -ml-px w-0.5 rounded-full bg-text"
      />
    </div>
  );
}
