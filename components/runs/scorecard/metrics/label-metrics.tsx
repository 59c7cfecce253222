import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { formatCount, formatScore } from "#components/ui/format/format-count.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import type { Classification, LabelMetric } from "#lib/scorecards/scorecard.ts";
import { BoundedValue } from "./bounded-value.tsx";
import { resamplingWords } from "./resampling-words.ts";

export type LabelMetricsProps = Pick<Classification, "metrics" | "resampling"> & { n: number };

type Row = Classification["metrics"][number];

const names: Readonly<Record<LabelMetric, { name: string; meaning: string }>> = {
  accuracy: { name: "Accuracy, micro F1", meaning: "Share of answers with the right label" },
  macroPrecision: { name: "Macro precision", meaning: "Mean over labels, each as important as another" },
  macroRecall: { name: "Macro recall", meaning: "Mean over labels, each as important as another" },
  macroF1: { name: "Macro F1", meaning: "Mean over labels, each as important as another" },
  weightedF1: { name: "Weighted F1", meaning: "Mean over labels by how often each is expected" },
  matthews: { name: "Matthews correlation", meaning: "1 is perfect, 0 is no better than chance" },
  kappa: { name: "Cohen’s kappa", meaning: "Agreement beyond chance: 1 is perfect, 0 is chance" },
};
const inPercent: readonly LabelMetric[] = ["accuracy", "macroPrecision", "macroRecall"];

/** Figures of the whole confusion matrix, each with its interval. Scorecards from before have none. */
export function LabelMetrics({ metrics, resampling, n }: LabelMetricsProps) {
  if (metrics.length === 0) return null;
  return (
    <div>
      <div className="overflow-hidden rounded-md border">
        <StaticTable
          label="Figures over all labels"
          columns={columnsOf(n)}
          rows={metrics}
          getRowId={(row) => row.metric}
        />
      </div>
      <p className="mt-2 text-muted text-xs">
        {resamplingWords(resampling)} A dash means that there was nothing to divide by.
      </p>
    </div>
  );
}

function columnsOf(n: number): StaticColumn<Row>[] {
  return [
    { id: "metric", header: "Figure", cell: (row) => names[row.metric].name },
    {
      id: "value",
      header: "Value and 95 % interval",
      numeric: true,
      cell: (row) => <BoundedValue value={row} format={formatOf(row.metric)} />,
    },
    { id: "n", header: "n", numeric: true, cell: () => formatCount(n) },
    {
      id: "meaning",
      header: "What it says",
      wideOnly: true,
      cell: (row) => <span className="text-muted">{names[row.metric].meaning}</span>,
    },
  ];
}

function formatOf(metric: LabelMetric): (value: number) => string {
  return inPercent.includes(metric) ? (value) => formatPercent(value) : (value) => formatScore(value, 3);
}
