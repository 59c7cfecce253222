"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import { type StartNextRunInput, startNextRun } from "#lib/decisions/next-run/start-next-run.ts";
import type { RecordDecisionInput } from "#lib/decisions/record/decision-input.ts";
import { recordDecision } from "#lib/decisions/record/record-decision.ts";

export const recordDecisionAction = async (input: RecordDecisionInput) =>
  runAction(async (ctx) => {
    const recorded = await recordDecision(ctx, input);
    revalidatePath("/decisions", "layout");
    return recorded;
  });

export const startNextRunAction = async (input: StartNextRunInput) =>
  runAction(async (ctx) => {
    const started = await startNextRun(ctx, input);
    revalidatePath("/decisions", "layout");
    return started;
  });
