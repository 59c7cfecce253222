"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import { type SetMonthlyBudgetInput, setMonthlyBudget } from "#lib/workspaces/budget/set-monthly-budget.ts";

export async function setMonthlyBudgetAction(input: SetMonthlyBudgetInput) {
  return await runAction(async (ctx) => {
    const budget = await setMonthlyBudget(ctx, input);
    revalidatePath("/settings/budget");
    return budget;
  });
}
