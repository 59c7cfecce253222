import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "#components/ui/class-names.ts";
import { AxisTicks } from "./axis-ticks.tsx";
import { type Domain, percentAlong } from "./scale/linear-scale.ts";
import { niceTicks } from "./scale/nice-ticks.ts";

export type IntervalRow = {
  id: string;
  label: ReactNode;
  /** Null when it could not be computed; the row then says `valueText`. */
  value: number | null;
  low?: number | null;
  high?: number | null;
  /** Formatted value, shown at the right. */
  valueText: string;
  /** Formatted interval, in a quieter tone. */
  intervalText?: string | null;
  /** "n 500", "12 of 40". */
  detail?: ReactNode;
  href?: string;
  /** better and worse only for a change whose interval excludes none. */
  tone?: "neutral" | "chosen" | "better" | "worse";
};

export type IntervalBarsProps = {
  /** Names the chart and heads the first column. */
  label: string;
  rows: readonly IntervalRow[];
  /** bar starts at zero; dot is a forest plot. */
  mark?: "bar" | "dot";
  /** Ends of the axis; widened to round numbers. Default: what the rows need, and zero for bars. */
  domain?: Domain;
  formatTick: (value: number) => string;
  /** Vertical line: a bar to clear, or 0 for no change. */
  reference?: { value: number; label: string };
  className?: string;
};

const FILL = {
  neutral: "bg-series-8",
  chosen: "bg-accent",
  better: "bg-positive",
  worse: "bg-negative",
};

/** One value with its interval a row. It is a real table: plot in the middle, numbers beside it. */
export function IntervalBars({
  label,
  rows,
  mark = "bar",
  domain,
  formatTick,
  reference,
  className,
}: IntervalBarsProps) {
  const ticks = niceTicks(...(domain ?? dataDomain(rows, mark, reference?.value)), 5);
  const axis: Domain = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return (
    <div className={cx("@container min-w-0", className)}>
      <table className="w-full table-fixed border-collapse text-sm">
        <caption className="sr-only">{label}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{label}</th>
            <th scope="col">Plot</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="group/bar align-middle hover:bg-hover">
              <th scope="row" className="w-[28%] truncate py-1 pr-3 pl-1 text-left font-normal">
                {row.href ? (
                  <Link href={row.href} className="rounded-sm hover:underline">
                    {row.label}
                  </Link>
                ) : (
                  row.label
                )}
              </th>
              <td className="p-0">
                <Plot row={row} mark={mark} axis={axis} ticks={ticks} reference={reference?.value} />
              </td>
              <td className="tabular w-28 py-1 pr-1 pl-3 text-right @lg:w-48">
                <span className="whitespace-nowrap font-medium">{row.valueText}</span>
                {row.intervalText && (
                  <span className="block whitespace-nowrap text-faint text-xs @lg:ml-1.5 @lg:inline">
                    {row.intervalText}
                  </span>
                )}
                {row.detail && (
                  <span className="block whitespace-nowrap text-faint text-xs @lg:ml-1.5 @lg:inline">
                    {row.detail}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot aria-hidden>
          <tr>
            <td />
            <td className="p-0">
              <AxisTicks ticks={ticks} formatTick={formatTick} />
            </td>
            <td className="pt-1 pr-1 pl-6 text-right text-2xs text-faint">
              {reference && (
                <span className="inline-flex items-center gap-1.5">
                  <span className="h-3 border-text border-l border-dashed" />
                  {reference.label}
                </span>
              )}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

type PlotProps = {
  row: IntervalRow;
  mark: "bar" | "dot";
  axis: Domain;
  ticks: readonly number[];
  reference: number | undefined;
};

function Plot({ row, mark, axis, ticks, reference }: PlotProps) {
  const at = (value: number) => percentAlong(axis, value);
  const fill = FILL[row.tone ?? "neutral"];
  const zero = at(0);
  const hasInterval = typeof row.low === "number" && typeof row.high === "number";
  return (
    <div aria-hidden className="relative h-7">
      {ticks.map((tick) => (
        <span key={tick} style={{ left: `${at(tick)}%` }} className="absolute inset-y-0 border-l" />
      ))}
      {row.value !== null && mark === "bar" && (
        <span
          style={{ left: `${Math.min(zero, at(row.value))}%`, width: `${Math.abs(at(row.value) - zero)}%` }}
          className={cx("absolute inset-y-2 min-w-px rounded-r-[2px] opacity-55", fill)}
        />
      )}
      {hasInterval && (
        <span
          style={{ left: `${at(row.low ?? 0)}%`, width: `${at(row.high ?? 0) - at(row.low ?? 0)}%` }}
          className="absolute top-1/2 h-2 min-w-px -translate-y-1/2 border-text/80 border-x"
        >
          <span className="absolute inset-x-0 top-1/2 -mt-px h-[1.5px] bg-text/80" />
        </span>
      )}
      {row.value !== null && mark === "dot" && (
        <span
          style={{ left: `${at(row.value)}%` }}
          className={cx("absolute top-1/2 size-2.5 -translate-1/2 rounded-full ring-2 ring-surface", fill)}
        />
      )}
      {reference !== undefined && (
        <span
          style={{ left: `${at(reference)}%` }}
          className="absolute inset-y-0 border-text border-l border-dashed"
        />
      )}
    </div>
  );
}

function dataDomain(
  rows: readonly IntervalRow[],
  mark: "bar" | "dot",
  reference: number | undefined,
): Domain {
  const values = rows
    .flatMap((row) => [row.value, row.low, row.high])
    .concat(reference, mark === "bar" ? 0 : undefined)
    .filter((value): value is number => typeof value === "number" && Number.isFinite(value));
  return values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
}
