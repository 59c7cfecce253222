import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";
import { type JudgeRates, requireJudgeRates } from "./judge-rates.ts";

/**
 * How to divide `labels` labels between human fails and human passes so that the corrected pass rate has the shortest
 * interval: the class on which the judge errs more, and the one that is more frequent, gets more. `pilot` labels of each class
 * stand behind the judge's rates, and neither class gets fewer than that; 0 takes the rates as known.
 *
 * Source: Lee et al. 2025, arXiv 2511.21140: m₁ = m / (1 + (1/p - 1)√κ), κ = (m_p(1 - TNR) + 1) / (m_p(1 - TPR) + 1).
 * @throws RangeError unless the rates lie in 0..1, and 0 <= 2 pilot <= labels are counts.
 */
export function allocateLabels({
  labels,
  judgedRate,
  pilot,
  ...judge
}: JudgeRates & { labels: number; judgedRate: number; pilot: number }): {
  failLabels: number;
  passLabels: number;
} {
  requireJudgeRates(judge);
  requireWithin(judgedRate, "judgedRate", 0, 1);
  requireCount(labels, "labels", 1);
  requireCount(pilot, "pilot");
  if (2 * pilot > labels) {
    throw new RangeError(`The pilot has ${pilot} labels of each class; ${labels} labels cannot cover both.`);
  }
  const passLabels = Math.max(
    pilot,
    Math.round(Math.min(labels - pilot, passShare(judge, judgedRate, pilot) * labels)),
  );
  return { failLabels: labels - passLabels, passLabels };
}

function passShare({ truePassRate, trueFailRate }: JudgeRates, judgedRate: number, pilot: number): number {
  // Where the judge passes nothing, only human passes can tell whether it should have.
  if (judgedRate < 1e-6) return 1;
  const kappa =
    pilot === 0
      ? (1 - trueFailRate) / Math.max(1e-6, 1 - truePassRate)
      : (pilot * (1 - trueFailRate) + 1) / (pilot * (1 - truePassRate) + 1);
  return 1 / (1 + (1 / judgedRate - 1) * Math.sqrt(kappa));
}
