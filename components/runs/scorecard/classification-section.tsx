import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { formatCount, formatScore } from "#components/ui/format/format-count.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import type { Classification } from "#lib/scorecards/scorecard.ts";
import { LazyConfusionMatrix } from "./lazy-confusion-matrix.tsx";
import { LabelMetrics } from "./metrics/label-metrics.tsx";

export type ClassificationSectionProps = { runId: string; number: number; classification: Classification };

type ClassScores = Classification["perClass"][number];

const openUpTo = 12;

/** Which labels are taken for which, and precision, recall and F1 of each. */
export function ClassificationSection({ runId, number, classification }: ClassificationSectionProps) {
  const { labels, counts, perClass, accuracy, macroF1, metrics, resampling, total } = classification;
  const n = `${formatCount(total)} answers`;
  const summary =
    metrics.length > 0
      ? `Over ${n}.`
      : `Accuracy ${formatPercent(accuracy)} and macro F1 ${formatScore(macroF1, 3)} over ${n}.`;
  return (
    <Card
      title="Labels"
      description={`${summary} An answer counts as a label when it is that label, in any case and without space around it.`}
    >
      <div className="flex flex-col gap-5">
        <LazyConfusionMatrix
          runId={runId}
          label={`Confusion matrix of run ${number}, ${labels.length} labels`}
          labels={labels}
          counts={counts}
        />
        <LabelMetrics metrics={metrics} resampling={resampling} n={total} />
        <details open={perClass.length <= openUpTo}>
          <summary className="mb-2 font-medium text-sm">
            Precision, recall and F1 of {formatCount(perClass.length)} labels
          </summary>
          <div className="overflow-hidden rounded-md border">
            <StaticTable
              label="Scores of each label"
              columns={columns}
              rows={perClass}
              getRowId={(row) => row.label}
              rowHref={(row) => runCasesHref(runId, { view: "failed", expected: row.label })}
            />
          </div>
          <p className="mt-2 text-muted text-xs">
            Precision: of the answers with this label, how many were right. Recall: of the cases that expect
            it, how many got it. F1: their harmonic mean. A dash means that there was nothing to divide by.
          </p>
        </details>
      </div>
    </Card>
  );
}

const columns: readonly StaticColumn<ClassScores>[] = [
  { id: "label", header: "Label", cell: (row) => <span className="break-words">{row.label}</span> },
  { id: "support", header: "Expected", numeric: true, cell: (row) => formatCount(row.support) },
  { id: "predicted", header: "Answered", numeric: true, cell: (row) => formatCount(row.predicted) },
  { id: "precision", header: "Precision", numeric: true, cell: (row) => formatPercent(row.precision) },
  { id: "recall", header: "Recall", numeric: true, cell: (row) => formatPercent(row.recall) },
  { id: "f1", header: "F1", numeric: true, cell: (row) => formatScore(row.f1, 3) },
];
