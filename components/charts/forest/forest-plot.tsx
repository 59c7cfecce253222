import { Fragment, type ReactNode } from "react";
import { cx } from "#components/ui/class-names.ts";
import { AxisTicks } from "../axis-ticks.tsx";
import { type ForestInterval, forestTicks } from "./forest-axis.ts";
import { ForestMark, type ForestTone } from "./forest-mark.tsx";

export type ForestPlotRow = {
  id: string;
  label: ReactNode;
  /** Null where there is nothing to draw. */
  interval: ForestInterval | null;
  tone: ForestTone;
  valueText: string;
  intervalText: string | null;
  /** "n 540" */
  detail: string;
  words: string;
  /** Under the words, quieter. */
  wordsDetail: string;
};
export type ForestGroup = { id: string; label: string; rows: readonly ForestPlotRow[] };

export type ForestPlotProps = {
  label: string;
  groups: readonly ForestGroup[];
  formatTick: (value: number) => string;
  /** Where a loss begins to matter, as a negative number. */
  margin: number | null;
};

const wordStyles: Record<ForestTone, string> = {
  better: "text-positive font-medium",
  worse: "text-negative font-medium",
  settled: "text-text",
  open: "text-muted",
};

/** Differences with their intervals, one to a row, drawn on the server. It is a real table: what is drawn stands beside it in words. */
export function ForestPlot({ label, groups, formatTick, margin }: ForestPlotProps) {
  const intervals = groups.flatMap(({ rows }) => rows.flatMap(({ interval }) => interval ?? []));
  const ticks = forestTicks(intervals, margin === null ? [] : [margin]);
  const titled = groups.filter(({ rows }) => rows.length > 0);
  return (
    <div className="@container min-w-0">
      <table className="w-full table-fixed border-collapse text-sm @max-2xl:block">
        <caption className="sr-only">{label}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{label}</th>
            <th scope="col">Plot</th>
            <th scope="col">Difference and interval</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody className="@max-2xl:block">
          {titled.map((group) => (
            <Fragment key={group.id}>
              <tr className="@max-2xl:block">
                <th
                  scope="rowgroup"
                  colSpan={4}
                  className="pt-2.5 pb-1 text-left font-medium text-faint text-xs @max-2xl:block"
                >
                  {group.label}
                </th>
              </tr>
              {group.rows.map((row) => (
                <Row key={row.id} row={row} ticks={ticks} margin={margin} />
              ))}
            </Fragment>
          ))}
        </tbody>
        <tfoot aria-hidden className="@max-2xl:block">
          <tr className={narrowRow}>
            <td className="w-[24%] @max-2xl:hidden" />
            <td className="p-0">
              <AxisTicks ticks={ticks} formatTick={formatTick} />
            </td>
            <td className="w-44 @max-2xl:w-auto" />
            <td className="w-56 @max-2xl:hidden" />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

type RowProps = { row: ForestPlotRow; ticks: readonly number[]; margin: number | null };

/** Where there is no room for four columns: the name above, then the plot beside its figures, then the words. */
const narrowRow = "@max-2xl:grid @max-2xl:grid-cols-[minmax(0,1fr)_10rem] @max-2xl:items-center";

function Row({ row, ticks, margin }: RowProps) {
  return (
    <tr className={cx("align-middle hover:bg-hover", narrowRow)}>
      <th
        scope="row"
        className="w-[24%] py-0.5 pr-3 text-left font-normal @max-2xl:col-span-2 @max-2xl:w-auto @max-2xl:pt-1.5"
      >
        <span className="block truncate @max-2xl:whitespace-normal @max-2xl:break-words">{row.label}</span>
      </th>
      <td className="p-0">
        <ForestMark interval={row.interval} tone={row.tone} ticks={ticks} margin={margin} />
      </td>
      <td className="tabular w-44 py-0.5 pl-3 text-right @max-2xl:w-auto">
        <span className="block whitespace-nowrap font-medium leading-4">
          {row.valueText} <span className="font-normal text-faint text-xs">{row.intervalText}</span>
        </span>
        <span className="block text-faint text-xs leading-4">{row.detail}</span>
      </td>
      <td className="w-56 py-0.5 pl-4 text-xs leading-4 @max-2xl:col-span-2 @max-2xl:flex @max-2xl:w-auto @max-2xl:flex-wrap @max-2xl:gap-x-3 @max-2xl:pb-1.5 @max-2xl:pl-0">
        <span className={cx("block", wordStyles[row.tone])}>{row.words}</span>
        <span className="tabular block text-faint">{row.wordsDetail}</span>
      </td>
    </tr>
  );
}
