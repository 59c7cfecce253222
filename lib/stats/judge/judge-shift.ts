import { fisherExact } from "../rates/fisher-exact.ts";
import type { JudgeTable } from "./judge-quality.ts";

export type JudgeShift = {
  /** Fisher's exact p-values, two-sided, that the judge's TPR and its TNR are the same for both models. */
  truePassRate: number;
  trueFailRate: number;
};

/**
 * Whether a judge errs alike on two models. If it does not, one correction for both favours one of them: calibrate per model.
 *
 * @throws RangeError unless all entries are counts.
 */
export function judgeShift(first: JudgeTable, second: JudgeTable): JudgeShift {
  const passes = ({ bothPass, onlyHumanPass }: JudgeTable) => ({
    successes: bothPass,
    total: bothPass + onlyHumanPass,
  });
  const fails = ({ bothFail, onlyJudgePass }: JudgeTable) => ({
    successes: bothFail,
    total: bothFail + onlyJudgePass,
  });
  return {
    truePassRate: fisherExact({ first: passes(first), second: passes(second) }).twoSided,
    trueFailRate: fisherExact({ first: fails(first), second: fails(second) }).twoSided,
  };
}
