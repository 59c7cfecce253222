import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireFinite } from "../guards/require-finite.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { requireWithin } from "../guards/require-within.ts";

/** Judge scores of the attempts without a label; `variance` divides by `total`. */
export type JudgedOnly = { total: number; mean: number; variance: number };

export type PpiMean = {
  estimate: number;
  standardError: number;
  lower: number;
  upper: number;
  /** Weight of the judge: 0 uses the labels alone, 1 is plain PPI. */
  lambda: number;
  /** Correlation of judge and human over the labelled attempts; null where either never varies. */
  correlation: number | null;
  labelled: number;
  judgedOnly: number;
};

/**
 * Mean human score of a run of which only some attempts have a label, drawn at random, and all have a judge's score:
 * λ · mean(judge, unlabelled) + mean(human - λ · judge, labelled). `labelled[i]` and `judgeOfLabelled[i]` belong to one
 * attempt. With `lambda: "tuned"` (PPI++) it is never wider, for many attempts, than the labels alone. The interval is normal
 * and not cut off. For a comparison of two runs pass differences per case. Null with fewer than two labels.
 *
 * Source: Angelopoulos et al. 2023, arXiv 2301.09633; PPI++ 2023, arXiv 2311.01453. Variances divide by n.
 * @throws RangeError when the lists differ in length, a value is not finite, or a setting is out of range.
 */
export function ppiMean({
  labelled,
  judgeOfLabelled,
  judgedOnly,
  lambda = "tuned",
  confidence = 0.95,
}: {
  labelled: readonly number[];
  judgeOfLabelled: readonly number[];
  judgedOnly: JudgedOnly;
  lambda?: number | "tuned";
  confidence?: number;
}): PpiMean | null {
  requireFinite(labelled, "labelled");
  requireFinite(judgeOfLabelled, "judgeOfLabelled");
  requireJudgedOnly(judgedOnly);
  requireOpenUnit(confidence, "confidence");
  if (lambda !== "tuned") requireWithin(lambda, "lambda", 0, 1);
  if (labelled.length !== judgeOfLabelled.length) {
    throw new RangeError(
      `There are ${labelled.length} labels but ${judgeOfLabelled.length} judge scores of labelled attempts.`,
    );
  }
  if (labelled.length < 2) return null;
  const moments = momentsOf(labelled, judgeOfLabelled);
  const weight = lambda === "tuned" ? tunedLambda(moments, labelled.length, judgedOnly) : lambda;
  // Without unlabelled attempts the judge has nothing to add.
  const used = judgedOnly.total === 0 ? 0 : weight;
  const estimate = moments.human + used * (judgedOnly.mean - moments.judge);
  const rectified = moments.humanVariance - 2 * used * moments.covariance + used ** 2 * moments.judgeVariance;
  const fromJudge = used === 0 ? 0 : (used ** 2 * judgedOnly.variance) / judgedOnly.total;
  const standardError = Math.sqrt(fromJudge + Math.max(0, rectified) / labelled.length);
  const half = normalQuantile(0.5 + confidence / 2) * standardError;
  const spread = Math.sqrt(moments.humanVariance * moments.judgeVariance);
  return {
    estimate,
    standardError,
    lower: estimate - half,
    upper: estimate + half,
    lambda: used,
    correlation: spread === 0 ? null : Math.min(1, Math.max(-1, moments.covariance / spread)),
    labelled: labelled.length,
    judgedOnly: judgedOnly.total,
  };
}

function requireJudgedOnly({ total, mean, variance }: JudgedOnly): void {
  requireCount(total, "judgedOnly.total");
  requireFinite([mean], "judgedOnly.mean");
  requireWithin(variance, "judgedOnly.variance", 0, Number.MAX_VALUE);
}

type Moments = {
  human: number;
  judge: number;
  humanVariance: number;
  judgeVariance: number;
  covariance: number;
};

function momentsOf(humans: readonly number[], judges: readonly number[]): Moments {
  const total = humans.length;
  const human = humans.reduce((sum, value) => sum + value, 0) / total;
  const judge = judges.reduce((sum, value) => sum + value, 0) / total;
  let humanVariance = 0;
  let judgeVariance = 0;
  let covariance = 0;
  humans.forEach((value, index) => {
    const fromJudge = (judges[index] ?? 0) - judge;
    humanVariance += (value - human) ** 2 / total;
    judgeVariance += fromJudge ** 2 / total;
    covariance += ((value - human) * fromJudge) / total;
  });
  return { human, judge, humanVariance, judgeVariance, covariance };
}

function tunedLambda(moments: Moments, labels: number, judgedOnly: JudgedOnly): number {
  const all = labels + judgedOnly.total;
  const pooled =
    (labels * moments.judgeVariance + judgedOnly.total * judgedOnly.variance) / all +
    (labels * judgedOnly.total * (moments.judge - judgedOnly.mean) ** 2) / all ** 2;
  if (pooled === 0 || judgedOnly.total === 0) return 0;
  // The reference implementation of its authors (ppi_py) takes this one variance with all - 1 in the denominator.
  const best = moments.covariance / ((1 + labels / judgedOnly.total) * pooled * (all / (all - 1)));
  return Math.min(1, Math.max(0, best));
}
