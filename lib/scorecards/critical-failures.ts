import { countNoun, type Noun } from "./count-noun.ts";
import type { GraderScores } from "./scorecard.ts";

type Measured = Pick<GraderScores, "graderVersionId" | "name" | "critical" | "failed">;

export type CriticalFailure = { graderVersionId: string; sentence: string };

/** What failed a critical grader, a sentence for each such grader, in their order. Empty when all critical graders passed. */
export function criticalFailures(graders: readonly Measured[], noun: Noun = "case"): CriticalFailure[] {
  return graders
    .filter((grader) => grader.critical && grader.failed > 0)
    .map(({ graderVersionId, name, failed }) => ({
      graderVersionId,
      sentence: `${countNoun(failed, noun)} failed the critical grader ${name}.`,
    }));
}
