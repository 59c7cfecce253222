import { StaticTable } from "#components/table/static-table.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { bestPoint, type CurvePoint, thresholdCurve } from "#lib/graders/thresholds/threshold-curve.ts";
import type { ScoredPair } from "#lib/graders/trying/score-examples.ts";
import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import { CurveChart } from "./curve-chart.tsx";

const shownRows = 12;

/** What each threshold would decide about the scored answers, and which has the best F1. */
export function FoundThreshold({ scored }: { scored: readonly ScoredPair[] }) {
  const usable = scored.flatMap(({ score, same }) => (score === null ? [] : [{ score, same }]));
  const points = thresholdCurve(usable);
  const best = bestPoint(points);
  const left = scored.length - usable.length;
  const reason = scored.find(({ score }) => score === null)?.reason;
  if (best === null) return <Alert tone="warning">{reason ?? "No pair could be scored."}</Alert>;
  const step = Math.max(1, Math.ceil(points.length / shownRows));
  const rows = points.filter((point, index) => index % step === 0 || point === best);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm">
        The threshold {best.threshold.toFixed(3)} has the best F1, {formatPercent(best.f1 ?? 0)}, and decides{" "}
        {asPeople(best, usable.length)} Enter it below under Verdict. It was chosen on these answers, so it
        will do a little worse on others.
        {left > 0 && ` ${formatCount(left)} could not be scored: ${reason}`}
      </p>
      <CurveChart points={points} />
      <div className="overflow-hidden rounded-md border">
        <StaticTable
          label="What each threshold decides"
          rows={rows}
          getRowId={({ threshold }) => String(threshold)}
          isChosen={(point) => point === best}
          columns={[
            {
              id: "threshold",
              header: "Threshold",
              cell: (point) => `${point.threshold.toFixed(3)}${point === best ? " (best F1)" : ""}`,
            },
            ...figures.map(({ id, header }) => ({
              id,
              header,
              numeric: true,
              cell: (point: CurvePoint) => (point[id] === null ? "–" : formatPercent(point[id])),
            })),
          ]}
        />
      </div>
    </div>
  );
}

const figures = [
  { id: "precision", header: "Precision" },
  { id: "recall", header: "Recall" },
  { id: "f1", header: "F1" },
  { id: "accuracy", header: "Accuracy" },
] as const;

function asPeople({ truePositives, trueNegatives }: CurvePoint, total: number): string {
  const right = truePositives + trueNegatives;
  const found = wilsonInterval({ successes: right, total });
  const interval =
    found === null
      ? ""
      : ` (${formatPercent(found.estimate)} ${formatInterval([found.lower, found.upper])}, Wilson, 95 %)`;
  return `${formatCount(right)} of ${formatCount(total)} as people did${interval}.`;
}
