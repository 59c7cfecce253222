import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { Measure } from "#components/ui/display/measure.tsx";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import {
  type AcrossOrder,
  type AcrossRow,
  figureOf,
  type Interval,
  type WeighedDataset,
} from "#lib/decisions/several/across-datasets.ts";
import { sliceLabel } from "#lib/scorecards/slice-words.ts";

export type AcrossTableProps = {
  datasets: readonly WeighedDataset[];
  rows: readonly AcrossRow[];
  order: AcrossOrder;
};

/** One model a row, one dataset a column, and the figure that orders them. */
export function AcrossTable({ datasets, rows, order }: AcrossTableProps) {
  const sum = datasets.reduce((total, { weight }) => total + weight, 0);
  const columns: StaticColumn<AcrossRow>[] = [
    { id: "model", header: "Model", cell: ({ model }) => <span className="break-words">{model.name}</span> },
    {
      id: "figure",
      header: figureNames[order],
      numeric: true,
      cell: (row) => <Figure row={row} order={order} />,
    },
    ...datasets.map(
      ({ id, name, weight }, index): StaticColumn<AcrossRow> => ({
        id,
        header: (
          <span className="ml-auto block w-max max-w-48 whitespace-normal py-1.5 sm:max-w-64">
            {name}, weight {formatPercent(sum === 0 ? null : weight / sum, 0)}
          </span>
        ),
        numeric: true,
        cell: ({ rates, model }) => {
          const rate = rates[index];
          return rate ? (
            <TextLink
              href={`/runs/${rate.runId}`}
              title={`run ${rate.runNumber}`}
              className="no-underline hover:underline"
            >
              <IntervalText interval={rate} n={rate.n} />
            </TextLink>
          ) : (
            <TextLink href={`/runs/new?dataset=${id}&model=${model.id}`} className="text-muted">
              no run, start one
            </TextLink>
          );
        },
      }),
    ),
  ];
  return (
    <StaticTable
      label="Models over several datasets"
      columns={columns}
      rows={rows}
      getRowId={({ model }) => model.id}
    />
  );
}

const figureNames: Record<AcrossOrder, string> = {
  weighted: "Weighted pass rate",
  worst: "Pass rate where it does worst",
  slice: "Pass rate of its worst slice",
};

function Figure({ row, order }: { row: AcrossRow; order: AcrossOrder }) {
  const figure = figureOf(row, order);
  const where = order === "weighted" ? null : order === "worst" ? row.worst : row.worstSlice;
  if (figure === null) return <span className="text-faint">not on every dataset</span>;
  const slice = order === "slice" ? row.worstSlice?.slice : null;
  return (
    <span>
      <IntervalText interval={figure} {...(slice && { n: slice.n })} />
      {slice && (
        <span className="block break-words text-xs">
          {sliceLabel({ dimension: slice.dimension, value: slice.slice })}
        </span>
      )}
      {where && <span className="block text-faint text-xs">on {where.datasetName}</span>}
    </span>
  );
}

function IntervalText({ interval, n }: { interval: Interval; n?: number }) {
  return (
    <Measure
      value={formatPercent(interval.value)}
      interval={formatInterval([interval.lower, interval.upper])}
      n={n}
      method="95 % interval"
    />
  );
}
