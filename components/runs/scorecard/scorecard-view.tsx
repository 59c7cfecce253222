import type { RunDetail } from "#lib/runs/get-run.ts";
import type { Scorecard } from "#lib/scorecards/scorecard.ts";
import { AnswersCard } from "./answers/answers-card.tsx";
import type { BillProps } from "./bill.tsx";
import { ClassificationSection } from "./classification-section.tsx";
import { ErrorsSection } from "./errors-section.tsx";
import { FloorsCard } from "./floors/floors-card.tsx";
import { GraderTable } from "./grader-table.tsx";
import { HeadlineStats } from "./headline/headline-stats.tsx";
import { LatencySection } from "./latency-section.tsx";
import { CalibrationSection } from "./metrics/calibration-section.tsx";
import { CorpusScoresSection } from "./metrics/corpus-scores-section.tsx";
import { RepetitionsSection } from "./repetitions/repetitions-section.tsx";
import { ScoreDistributions } from "./scores/score-distributions.tsx";
import { SliceBreakdown } from "./slices/slice-breakdown.tsx";
import { VerdictCard } from "./verdict/verdict-card.tsx";

export type ScorecardViewProps = {
  run: Pick<RunDetail, "id" | "number" | "repetitions" | "verdictRule" | "graders">;
  scorecard: Scorecard;
  kindLabels: Readonly<Record<string, string>>;
  bill: BillProps | null;
  /** The dimension that slices are shown by. */
  by: string | null;
  /** The lowest pass rate that is good enough, in 0..1; null asks for none. */
  bar: number | null;
  /** The one that the policy of the dataset sets. */
  policyBar: number | null;
};

/** The verdict first, then the figures, then what they are made of. */
export function ScorecardView({ run, scorecard, kindLabels, bill, by, bar, policyBar }: ScorecardViewProps) {
  const { latencyMs, latencyHistogram, classification, errors, repetitions } = scorecard;
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <VerdictCard run={run} scorecard={scorecard} bar={bar} policyBar={policyBar} />
      <FloorsCard run={run} scorecard={scorecard} />
      <HeadlineStats scorecard={scorecard} repetitions={run.repetitions} />
      <AnswersCard runId={run.id} scorecard={scorecard} bill={bill} />
      {repetitions !== null && <RepetitionsSection runId={run.id} repetitions={repetitions} />}
      <GraderTable
        runId={run.id}
        repetitions={run.repetitions}
        scorecard={scorecard}
        kindLabels={kindLabels}
      />
      <ScoreDistributions scorecard={scorecard} repetitions={run.repetitions} />
      {scorecard.corpusScores.length > 0 && <CorpusScoresSection scores={scorecard.corpusScores} />}
      {scorecard.calibration.map((calibration) => (
        <CalibrationSection key={calibration.graderVersionId} calibration={calibration} />
      ))}
      {errors.length > 0 && <ErrorsSection runId={run.id} errors={errors} />}
      <div className="grid min-w-0 items-start gap-5 empty:hidden xl:grid-cols-[3fr_2fr]">
        {scorecard.passRate !== null && (
          <SliceBreakdown runId={run.id} repetitions={run.repetitions} scorecard={scorecard} by={by} />
        )}
        {latencyMs !== null && latencyHistogram !== null && (
          <LatencySection histogram={latencyHistogram} quantiles={latencyMs} />
        )}
      </div>
      {classification !== null && (
        <ClassificationSection runId={run.id} number={run.number} classification={classification} />
      )}
    </div>
  );
}
