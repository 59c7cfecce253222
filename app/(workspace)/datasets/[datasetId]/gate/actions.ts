"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import type { Context } from "#lib/context/context.ts";
import { type ApproveBaselineInput, approveBaseline } from "#lib/gates/approve-baseline.ts";
import { evaluateGate } from "#lib/gates/evaluate-gate.ts";
import { type MeasureRunsAgainInput, measureRunsAgain } from "#lib/gates/measure-again/measure-runs-again.ts";
import { type SavePolicyInput, savePolicy } from "#lib/gates/policy/save-policy.ts";

/** Marks of gates stand on the pages of datasets and of runs. */
async function change<Value>(verb: (ctx: Context) => Promise<Value>) {
  return await runAction(async (ctx) => {
    const value = await verb(ctx);
    revalidatePath("/datasets", "layout");
    revalidatePath("/runs", "layout");
    return value;
  });
}

export const savePolicyAction = async (input: SavePolicyInput) => change((ctx) => savePolicy(ctx, input));

export const approveBaselineAction = async (input: ApproveBaselineInput) =>
  change((ctx) => approveBaseline(ctx, input));

export const evaluateGateAction = async (input: { runId: string }) =>
  change((ctx) => evaluateGate(ctx, input));

export const measureRunsAgainAction = async (input: MeasureRunsAgainInput) =>
  change((ctx) => measureRunsAgain(ctx, input));
