"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import type { Context } from "#lib/context/context.ts";
import { type ClearLabelInput, clearLabel } from "#lib/review/labels/clear-label.ts";
import { type LabelAttemptInput, labelAttempt } from "#lib/review/labels/label-attempt.ts";
import { type CancelRunInput, cancelRun } from "#lib/runs/control/cancel-run.ts";
import { type ChangeBudgetInput, changeBudget } from "#lib/runs/control/change-budget.ts";
import { type ChangePriorityInput, changePriority } from "#lib/runs/control/change-priority.ts";
import { type AddGradersInput, addGraders } from "#lib/runs/control/grading/add-graders.ts";
import { type GradeAgainInput, gradeAgain } from "#lib/runs/control/grading/grade-again.ts";
import { listAddableGraders } from "#lib/runs/control/grading/list-addable-graders.ts";
import { type PauseRunInput, pauseRun } from "#lib/runs/control/pause-run.ts";
import { type RerunInput, rerun } from "#lib/runs/control/rerun.ts";
import { type ResumeRunInput, resumeRun } from "#lib/runs/control/resume-run.ts";
import { type RetryErroredInput, retryErrored } from "#lib/runs/control/retry-errored.ts";

async function change<Value>(verb: (ctx: Context) => Promise<Value>) {
  return await runAction(async (ctx) => {
    const value = await verb(ctx);
    revalidatePath("/runs", "layout");
    return value;
  });
}

export const pauseRunAction = async (input: PauseRunInput) => change((ctx) => pauseRun(ctx, input));

export const resumeRunAction = async (input: ResumeRunInput) => change((ctx) => resumeRun(ctx, input));

export const cancelRunAction = async (input: CancelRunInput) => change((ctx) => cancelRun(ctx, input));

export const retryErroredAction = async (input: RetryErroredInput) =>
  change((ctx) => retryErrored(ctx, input));

export const rerunAction = async (input: RerunInput) => change((ctx) => rerun(ctx, input));

export const gradeAgainAction = async (input: GradeAgainInput) => change((ctx) => gradeAgain(ctx, input));

export const addGradersAction = async (input: AddGradersInput) => change((ctx) => addGraders(ctx, input));

export const listAddableGradersAction = async (input: { runId: string }) =>
  runAction((ctx) => listAddableGraders(ctx, input));

export const changePriorityAction = async (input: ChangePriorityInput) =>
  change((ctx) => changePriority(ctx, input));

export const changeBudgetAction = async (input: ChangeBudgetInput) =>
  change((ctx) => changeBudget(ctx, input));

export const labelAttemptAction = async (input: LabelAttemptInput) =>
  runAction((ctx) => labelAttempt(ctx, input));

export const clearLabelAction = async (input: ClearLabelInput) => runAction((ctx) => clearLabel(ctx, input));
