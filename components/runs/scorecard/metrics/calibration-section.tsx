import type { ReactNode } from "react";
import { ReliabilityChart } from "#components/charts/reliability-chart.tsx";
import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { formatCount, formatScore } from "#components/ui/format/format-count.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { Card } from "#components/ui/layout/card.tsx";
import type { Calibration } from "#lib/scorecards/scorecard.ts";
import type { RateInterval } from "#lib/stats/intervals/rate-input.ts";
import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import { BoundedValue } from "./bounded-value.tsx";
import { resamplingWords } from "./resampling-words.ts";

type Bin = Calibration["bins"][number];
type BoundedBin = Bin & { interval: RateInterval | null };

/** Whether a model is right as often as it is sure. */
export function CalibrationSection({ calibration }: { calibration: Calibration }) {
  const { grader, brier, error, bins, n, judged, decides, resampling } = calibration;
  const isByAttempt = resampling?.unit === "attempt";
  const rows = bins
    .filter(({ total }) => total > 0)
    .map((bin) => ({ ...bin, interval: isByAttempt ? binInterval(bin) : null }));
  const points = rows.flatMap(({ meanConfidence, shareCorrect, total, interval }) =>
    meanConfidence === null || shareCorrect === null
      ? []
      : [{ confidence: meanConfidence, correct: shareCorrect, total, interval }],
  );
  return (
    <Card
      title={`Calibration: ${grader}`}
      description={`Whether answers are right as often as they are sure. ${formatCount(n)} of ${formatCount(judged)} judged answers state a confidence; the others are left out.`}
    >
      <div className="grid items-start gap-5 md:grid-cols-[18rem_1fr]">
        <ReliabilityChart
          label={`Share of right answers by confidence: ${points.map(pointWords).join("; ")}`}
          points={points}
        />
        <div className="flex min-w-0 flex-col gap-3">
          <dl className="tabular grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
            <Figure
              name="Calibration error (ECE)"
              meaning={`Mean distance over ${bins.length} bins; 0 is best`}
            >
              <BoundedValue value={error} format={(value) => formatPercent(value)} />
            </Figure>
            <Figure name="Brier score" meaning="0 is best; always saying 50 % gives 0.25">
              <BoundedValue value={brier} format={(value) => formatScore(value, 3)} />
            </Figure>
          </dl>
          <div className="overflow-hidden rounded-md border">
            <StaticTable
              label="Right answers by confidence"
              columns={columns}
              rows={rows}
              getRowId={(bin) => String(bin.from)}
            />
          </div>
          <p className="text-muted text-xs">
            {resamplingWords(resampling)} {isByAttempt ? "For each bin: Wilson interval, 95 %." : ""} With few
            answers in a bin, chance alone makes the error larger than 0. On the dashed line, answers are
            right as often as they are sure.
          </p>
          {decides && (
            <p className="text-warning text-xs">
              {grader} has a weight above 0, so that the confidence has a say in what counts as right. Give it
              weight 0 and grade the run again.
            </p>
          )}
        </div>
      </div>
    </Card>
  );
}

function Figure({ name, meaning, children }: { name: string; meaning: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="font-medium">{children}</dd>
      <dd className="text-faint text-xs">{meaning}</dd>
    </div>
  );
}

/** Of the share of right answers; for answers that are independent of one another. */
function binInterval({ shareCorrect, total }: Bin): RateInterval | null {
  if (shareCorrect === null) return null;
  return wilsonInterval({ successes: Math.round(shareCorrect * total), total });
}

function pointWords({ confidence, correct, total }: { confidence: number; correct: number; total: number }) {
  return `${formatPercent(confidence)} sure, ${formatPercent(correct)} right, n ${formatCount(total)}`;
}

const columns: readonly StaticColumn<BoundedBin>[] = [
  {
    id: "bin",
    header: "Confidence",
    cell: ({ from, to }) => `${Math.round(from * 100)} to ${Math.round(to * 100)} %`,
  },
  { id: "n", header: "n", numeric: true, cell: ({ total }) => formatCount(total) },
  {
    id: "mean",
    header: "Mean confidence",
    numeric: true,
    wideOnly: true,
    cell: (bin) => formatPercent(bin.meanConfidence),
  },
  {
    id: "correct",
    header: "Right",
    numeric: true,
    cell: ({ shareCorrect, interval }) => (
      <BoundedValue
        value={{ estimate: shareCorrect, lower: interval?.lower ?? null, upper: interval?.upper ?? null }}
        format={(value) => formatPercent(value)}
      />
    ),
  },
];
