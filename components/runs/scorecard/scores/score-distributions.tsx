import { ScoreDistribution } from "#components/charts/score-distribution.tsx";
import { Measure } from "#components/ui/display/measure.tsx";
import { formatScore } from "#components/ui/format/format-count.ts";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { GraderScores, Scorecard } from "#lib/scorecards/scorecard.ts";
import { runMethod } from "#lib/scorecards/words/run-method.ts";
import { intervalMethod, methodNote } from "../interval-method.ts";
import { scoreDigits } from "./score-digits.ts";

export type ScoreDistributionsProps = { scorecard: Scorecard; repetitions: number };

type Graded = GraderScores & Record<"quartiles" | "scores", object>;

/** How the scores of each grader are spread, beside their mean; nothing where every score is 0 or 1. */
export function ScoreDistributions({ scorecard, repetitions }: ScoreDistributionsProps) {
  const graded = scorecard.graders.filter(
    (grader): grader is Graded => grader.quartiles !== null && grader.scores !== null,
  );
  if (graded.length === 0) return null;
  const method = runMethod(scorecard, repetitions, { score: "graded", question: "estimate" });
  return (
    <Card
      title="Scores"
      description="How the scores are spread: a mean hides two humps. The box is the middle half with the median in it, the dashed line is where an answer passes."
      footer={methodNote(method)}
    >
      <ul className="grid min-w-0 gap-x-8 gap-y-6 md:grid-cols-2 xl:grid-cols-3">
        {graded.map((grader) => (
          <li key={grader.graderVersionId} className="flex min-w-0 flex-col gap-2">
            <Distribution grader={grader} tooltip={intervalMethod(method, scorecard.unit)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Distribution({ grader, tooltip }: { grader: Graded; tooltip: string }) {
  const { name, graderId, quartiles, scores, mean, meanScore, threshold, direction } = grader;
  const digits = scoreDigits(quartiles.max - quartiles.min);
  const format = (value: number) => formatScore(value, digits);
  const passes = direction === "higher" ? "≥" : "≤";
  return (
    <>
      <h3 className="truncate text-sm">
        <TextLink href={`/graders/${graderId}`}>{name}</TextLink>
      </h3>
      <ScoreDistribution
        label={`Scores of ${name}`}
        domain={[scores.from, scores.to]}
        counts={scores.counts}
        quartiles={quartiles}
        threshold={{ value: threshold, label: `passes at ${passes} ${formatScore(threshold)}` }}
        formatValue={format}
      />
      <dl className="tabular grid grid-cols-[auto_1fr] gap-x-3 text-xs">
        <dt className="text-muted">Mean</dt>
        <dd>
          <Measure
            value={format(meanScore ?? 0)}
            interval={mean && formatInterval([mean.lower, mean.upper], { unit: "plain", digits })}
            n={mean?.n ?? null}
            method={tooltip}
          />
        </dd>
        <dt className="text-muted">Median</dt>
        <dd>
          {format(quartiles.p50)}{" "}
          <span className="text-faint">
            middle half {format(quartiles.p25)} to {format(quartiles.p75)}
          </span>
        </dd>
      </dl>
    </>
  );
}
