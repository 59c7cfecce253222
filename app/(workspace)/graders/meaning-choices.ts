import type { MeaningChoices } from "#components/graders/forms/meaning/meaning-choices.tsx";
import { type Context, hasRole } from "#lib/context/context.ts";
import { listJudgeChoices } from "#lib/graders/listing/list-judge-choices.ts";
import { createSigningSecretAction, scorePairsAction } from "./actions.ts";

/** What the forms of graders that ask somebody choose from, and what they may do. */
export async function meaningChoices(ctx: Context, judges: readonly string[]): Promise<MeaningChoices> {
  const isEditor = hasRole(ctx, "editor");
  return {
    ...(await listJudgeChoices(ctx, judges)),
    makeSecret: isEditor ? createSigningSecretAction : null,
    scorePairs: isEditor ? scorePairsAction : null,
  };
}
