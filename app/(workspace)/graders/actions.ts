"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import { type CreateGraderInput, createGrader } from "#lib/graders/create-grader.ts";
import {
  type AdoptProposedGradersInput,
  adoptProposedGraders,
} from "#lib/graders/proposals/adopt-proposed-graders.ts";
import { createSigningSecret } from "#lib/graders/services/webhooks/signing-secrets.ts";
import { type SetDatasetGradersInput, setDatasetGraders } from "#lib/graders/set-dataset-graders.ts";
import { type SetGraderArchivedInput, setGraderArchived } from "#lib/graders/set-grader-archived.ts";
import { type ListSampleCasesInput, listSampleCases } from "#lib/graders/trying/list-sample-cases.ts";
import { type ScorePairsInput, scorePairs } from "#lib/graders/trying/score-pairs.ts";
import { type TryGraderInput, tryGrader } from "#lib/graders/trying/try-grader.ts";
import { type UpdateGraderInput, updateGrader } from "#lib/graders/update-grader.ts";
import {
  type ScoreLabelledAnswersInput,
  scoreLabelledAnswers,
} from "#lib/review/thresholds/score-labelled-answers.ts";

export async function createGraderAction(input: CreateGraderInput) {
  return await runAction(async (ctx) => {
    const created = await createGrader(ctx, input);
    revalidatePath("/graders", "layout");
    return created;
  });
}

export async function updateGraderAction(input: UpdateGraderInput) {
  return await runAction(async (ctx) => {
    const updated = await updateGrader(ctx, input);
    revalidatePath("/graders", "layout");
    return updated;
  });
}

export async function setGraderArchivedAction(input: SetGraderArchivedInput) {
  return await runAction(async (ctx) => {
    await setGraderArchived(ctx, input);
    revalidatePath("/graders", "layout");
  });
}

export async function setDatasetGradersAction(input: SetDatasetGradersInput) {
  return await runAction(async (ctx) => {
    await setDatasetGraders(ctx, input);
    revalidatePath("/graders", "layout");
    revalidatePath("/datasets", "layout");
  });
}

export async function adoptProposedGradersAction(input: AdoptProposedGradersInput) {
  return await runAction(async (ctx) => {
    const adopted = await adoptProposedGraders(ctx, input);
    revalidatePath("/graders", "layout");
    revalidatePath("/datasets", "layout");
    return adopted;
  });
}

export async function tryGraderAction(input: TryGraderInput) {
  return await runAction((ctx) => tryGrader(ctx, input));
}

export async function listSampleCasesAction(input: ListSampleCasesInput) {
  return await runAction((ctx) => listSampleCases(ctx, input));
}

export async function scorePairsAction(input: ScorePairsInput) {
  return await runAction((ctx) => scorePairs(ctx, input));
}

export async function createSigningSecretAction() {
  return await runAction((ctx) => createSigningSecret(ctx));
}

export async function scoreLabelledAnswersAction(input: ScoreLabelledAnswersInput) {
  return await runAction((ctx) => scoreLabelledAnswers(ctx, input));
}
