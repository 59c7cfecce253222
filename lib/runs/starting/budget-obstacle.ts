import type { TotalEstimate } from "./estimate/estimate-total.ts";
import { moneyText } from "./money-text.ts";

export type MonthMoney = { monthName: string; budgetMicroUsd: number | null; spentMicroUsd: number };

/**
 * Why the month's budget cannot pay these runs, or null. What certainly costs nothing can always start. While something is left,
 * runs may start unless even the low end of their estimate is more; they pause when the budget is reached.
 */
export function budgetObstacle(month: MonthMoney, total: TotalEstimate): string | null {
  const { budgetMicroUsd, spentMicroUsd, monthName } = month;
  if (budgetMicroUsd === null) return null;
  const { costMicroUsd, costUnknown, judgingUnknown } = total;
  if (costUnknown === 0 && judgingUnknown.length === 0 && costMicroUsd.high === 0) return null;
  const left = budgetMicroUsd - spentMicroUsd;
  const figures = `${moneyText(spentMicroUsd)} of the ${moneyText(budgetMicroUsd)} for ${monthName}`;
  const way = "An admin can raise it under Settings, Budget.";
  if (left <= 0) {
    const isUnknown = costUnknown > 0 || judgingUnknown.length > 0;
    const price = isUnknown ? " A model that costs nothing needs the price 0 to start now." : "";
    return `The budget of this workspace is used up: ${figures} are spent. ${way}${price}`;
  }
  if (costMicroUsd.low <= left) return null;
  return `The budget of this workspace cannot pay this: it would cost at least ${moneyText(costMicroUsd.low)}, and ${moneyText(left)} are left (${figures} are spent). Ask fewer cases, or wait for the next month. ${way}`;
}
