import { requireWithin } from "../guards/require-within.ts";
import { type JudgeRates, requireJudgeRates } from "./judge-rates.ts";

/**
 * The pass rate that a judge reports for a model whose true pass rate is `trueRate`:
 * θ · TPR + (1 - θ)(1 - TNR).
 *
 * @throws RangeError unless all rates lie in 0..1.
 */
export function observedJudgeRate({ trueRate, ...judge }: JudgeRates & { trueRate: number }): number {
  requireWithin(trueRate, "trueRate", 0, 1);
  requireJudgeRates(judge);
  return trueRate * judge.truePassRate + (1 - trueRate) * (1 - judge.trueFailRate);
}

export type JudgeObservableRange = {
  /** What a model that fails everything reads, and one that passes everything. */
  floor: number;
  ceiling: number;
  youden: number;
  /** How many times more cases a judged comparison needs; null for a judge no better than chance. */
  sampleInflation: number | null;
};

/**
 * The pass rates a judge can report at all, and what its errors cost: true differences shrink by J = TPR + TNR - 1, so a
 * comparison needs 1 / J² times the cases.
 *
 * @throws RangeError unless both rates lie in 0..1.
 */
export function judgeObservableRange(judge: JudgeRates): JudgeObservableRange {
  requireJudgeRates(judge);
  const youden = judge.truePassRate + judge.trueFailRate - 1;
  return {
    floor: 1 - judge.trueFailRate,
    ceiling: judge.truePassRate,
    youden,
    sampleInflation: youden > 1e-12 ? 1 / youden ** 2 : null,
  };
}
