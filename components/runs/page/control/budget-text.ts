import { readPriceText } from "#components/models/form/number-text.ts";

export type BudgetText = { budgetMicroUsd: number | null; problem: string | null };

/** Typed dollars as micro-dollars; empty is null, which means no limit. */
export function readBudgetText(text: string): BudgetText {
  const { value, problem } = readPriceText(text);
  if (problem !== null) return { budgetMicroUsd: null, problem: "Enter dollars, or leave the field empty." };
  if (value !== null && value <= 0)
    return { budgetMicroUsd: null, problem: "A budget is more than nothing." };
  return { budgetMicroUsd: value, problem: null };
}

/** A budget to go on with: twice what is paid so far, in whole dollars. */
export function proposeBudget(paidMicroUsd: number): string {
  return String(Math.max(1, Math.ceil((2 * paidMicroUsd) / 1_000_000)));
}
