import { type CohenKappa, cohenKappa } from "../agreement/cohen-kappa.ts";
import { requireCount } from "../guards/require-count.ts";
import type { RateInterval } from "../intervals/rate-input.ts";
import { wilsonInterval } from "../intervals/wilson.ts";

/** Attempts with a human label and a judge's verdict, by both. */
export type JudgeTable = { bothPass: number; onlyHumanPass: number; onlyJudgePass: number; bothFail: number };

export type JudgeQuality = {
  /** Share of human passes that the judge passes (sensitivity, TPR); null without a human pass. */
  truePassRate: RateInterval | null;
  /** Share of human fails that the judge fails (specificity, TNR); null without a human fail. */
  trueFailRate: RateInterval | null;
  /** Share of the judge's passes that are human passes; null when the judge passes nothing. */
  precision: number | null;
  /** Share of the judge's fails that are human fails; null when the judge fails nothing. */
  negativePredictiveValue: number | null;
  accuracy: number;
  f1: number | null;
  /** Matthews correlation; null where a margin is 0. */
  matthews: number | null;
  balancedAccuracy: number | null;
  /** truePassRate + trueFailRate - 1: by this factor true differences shrink in the judge's figures. */
  youden: number | null;
  kappa: CohenKappa | null;
  total: number;
};

/**
 * How well a judge's verdicts agree with human labels, a human pass being the positive class. Null without labels.
 *
 * Source: Wilson 1927 for both rates; Matthews 1975, BBA 405:442; Youden 1950, Cancer 3:32.
 * @throws RangeError unless all four are counts, and 0 < confidence < 1.
 */
export function judgeQuality(table: JudgeTable, confidence = 0.95): JudgeQuality | null {
  for (const [name, count] of Object.entries(table)) requireCount(count, name);
  const { bothPass, onlyHumanPass, onlyJudgePass, bothFail } = table;
  const humanPass = bothPass + onlyHumanPass;
  const humanFail = onlyJudgePass + bothFail;
  const judgePass = bothPass + onlyJudgePass;
  const judgeFail = onlyHumanPass + bothFail;
  const total = humanPass + humanFail;
  if (total === 0) return null;
  const truePassRate = wilsonInterval({ successes: bothPass, total: humanPass, confidence });
  const trueFailRate = wilsonInterval({ successes: bothFail, total: humanFail, confidence });
  const both = truePassRate && trueFailRate ? truePassRate.estimate + trueFailRate.estimate : null;
  const margins = Math.sqrt(humanPass * humanFail) * Math.sqrt(judgePass * judgeFail);
  return {
    truePassRate,
    trueFailRate,
    precision: share(bothPass, judgePass),
    negativePredictiveValue: share(bothFail, judgeFail),
    accuracy: (bothPass + bothFail) / total,
    f1: share(2 * bothPass, humanPass + judgePass),
    matthews: share(bothPass * bothFail - onlyHumanPass * onlyJudgePass, margins),
    balancedAccuracy: both === null ? null : both / 2,
    youden: both === null ? null : both - 1,
    kappa: cohenKappa(
      [
        [bothPass, onlyHumanPass],
        [onlyJudgePass, bothFail],
      ],
      { confidence },
    ),
    total,
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
