import type { MeaningChoices } from "#components/graders/forms/meaning/meaning-choices.tsx";
import { type Context, hasRole } from "#lib/context/context.ts";
import { listJudgeChoices } from "#lib/graders/listing/list-judge-choices.ts";
import { listLabelledRuns } from "#lib/review/thresholds/list-labelled-runs.ts";
import { createSigningSecretAction, scoreLabelledAnswersAction, scorePairsAction } from "./actions.ts";

/** What the forms of graders that ask somebody choose from, and what they may do. */
export async function meaningChoices(ctx: Context, judges: readonly string[]): Promise<MeaningChoices> {
  const isEditor = hasRole(ctx, "editor");
  const [judgeChoices, labelledRuns] = await Promise.all([
    listJudgeChoices(ctx, judges),
    listLabelledRuns(ctx),
  ]);
  return {
    ...judgeChoices,
    labelledRuns,
    scoreLabelledAnswers: isEditor ? scoreLabelledAnswersAction : null,
    makeSecret: isEditor ? createSigningSecretAction : null,
    scorePairs: isEditor ? scorePairsAction : null,
  };
}
