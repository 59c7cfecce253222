import { requireWithin } from "../guards/require-within.ts";

/** Shares in 0..1: of human passes that the judge passes, and of human fails that it fails. */
export type JudgeRates = { truePassRate: number; trueFailRate: number };

/** @throws RangeError unless both rates lie in 0..1. */
export function requireJudgeRates({ truePassRate, trueFailRate }: JudgeRates): void {
  requireWithin(truePassRate, "truePassRate", 0, 1);
  requireWithin(trueFailRate, "trueFailRate", 0, 1);
}
