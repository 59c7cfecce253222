"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import {
  type AdoptProposedGradersInput,
  adoptProposedGraders,
} from "#lib/graders/proposals/adopt-proposed-graders.ts";
import { type StartRunsInput, startRuns } from "#lib/runs/start-runs.ts";

export async function startRunsAction(input: StartRunsInput) {
  return await runAction(async (ctx) => {
    const started = await startRuns(ctx, input);
    revalidatePath("/runs");
    return started;
  });
}

export async function adoptProposedGradersAction(input: AdoptProposedGradersInput) {
  return await runAction(async (ctx) => {
    const adopted = await adoptProposedGraders(ctx, input);
    revalidatePath("/runs/new");
    return adopted;
  });
}
