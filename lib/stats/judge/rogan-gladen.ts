import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { requireWithin } from "../guards/require-within.ts";
import { type JudgeRates, requireJudgeRates } from "./judge-rates.ts";

export type RoganGladenInput = JudgeRates & {
  /** Pass rate that the judge reports on the new run, and of how many independent attempts (an effective size may be a fraction). */
  judgedRate: number;
  judged: number;
  /** Labels behind the judge's rates: human passes and human fails of the calibration set. */
  passLabels: number;
  failLabels: number;
  confidence?: number;
};

export type RoganGladen =
  | { kind: "refused"; youden: number; reason: string }
  | {
      kind: "corrected";
      /** Cut off at 0 and 1. */
      estimate: number;
      /** Outside 0..1 when the judge's rates on the new run cannot be those of the calibration set. */
      uncut: number;
      lower: number;
      upper: number;
      youden: number;
      /** Plain delta method, not cut off: too short with few labels, shown for comparison only. */
      delta: { standardError: number; lower: number; upper: number };
    };

/** At or below this TPR + TNR - 1 the correction multiplies every error by five or more, and is refused. */
export const SMALLEST_YOUDEN = 0.2;

/**
 * The pass rate of a new run, corrected for a judge whose error rates come from an older calibration set:
 * (p + TNR - 1) / (TPR + TNR - 1), with the interval of Lee et al. It holds only as far as the judge errs on the new run as it
 * did on the old set. Labels drawn from the run itself are worth more in PPI++. Refused for a judge little better than chance.
 *
 * Source: Rogan & Gladen 1978, Am. J. Epidemiol. 107:71; interval Lee et al. 2025, arXiv 2511.21140, after Lang & Reiczigel 2014.
 * @throws RangeError unless the rates lie in 0..1, judged is above 0, the label counts are at least 1 and 0 < confidence < 1.
 */
export function roganGladen(input: RoganGladenInput): RoganGladen {
  const { judgedRate, judged, passLabels, failLabels, confidence = 0.95, ...judge } = input;
  requireJudgeRates(judge);
  requireWithin(judgedRate, "judgedRate", 0, 1);
  if (!(judged > 0 && judged < Infinity))
    throw new RangeError(`judged is ${judged}; it must be above 0 and finite.`);
  requireCount(passLabels, "passLabels", 1);
  requireCount(failLabels, "failLabels", 1);
  requireOpenUnit(confidence, "confidence");
  const youden = judge.truePassRate + judge.trueFailRate - 1;
  if (youden <= SMALLEST_YOUDEN + 1e-12) {
    return {
      kind: "refused",
      youden,
      reason: `The judge is little better than chance (TPR + TNR - 1 = ${youden.toFixed(2)}, and it must be above ${SMALLEST_YOUDEN}), so its figures cannot be corrected. Improve the judge or label this run.`,
    };
  }
  const z = normalQuantile(0.5 + confidence / 2);
  const plain = correct({ ...judge, rate: judgedRate, total: judged, passes: passLabels, fails: failLabels });
  const adjusted = correct({
    rate: (judged * judgedRate + (z * z) / 2) / (judged + z * z),
    truePassRate: (passLabels * judge.truePassRate + 1) / (passLabels + 2),
    trueFailRate: (failLabels * judge.trueFailRate + 1) / (failLabels + 2),
    total: judged + z * z,
    passes: passLabels + 2,
    fails: failLabels + 2,
  });
  const centre = adjusted.theta + 2 * z * z * adjusted.shift;
  const half = z * Math.abs(adjusted.error);
  return {
    kind: "corrected",
    estimate: cut(plain.theta),
    uncut: plain.theta,
    lower: cut(centre - half),
    upper: cut(centre + half),
    youden,
    delta: {
      standardError: plain.error,
      lower: plain.theta - z * plain.error,
      upper: plain.theta + z * plain.error,
    },
  };
}

function correct({
  rate,
  truePassRate,
  trueFailRate,
  total,
  passes,
  fails,
}: JudgeRates & { rate: number; total: number; passes: number; fails: number }) {
  const youden = truePassRate + trueFailRate - 1;
  const theta = (rate + trueFailRate - 1) / youden;
  const failNoise = (trueFailRate * (1 - trueFailRate)) / fails;
  const passNoise = (truePassRate * (1 - truePassRate)) / passes;
  const spread = (rate * (1 - rate)) / total + (1 - theta) ** 2 * failNoise + theta ** 2 * passNoise;
  return {
    theta,
    error: Math.sqrt(spread) / youden,
    shift: theta * passNoise - (1 - theta) * failNoise,
  };
}

function cut(rate: number): number {
  return Math.min(1, Math.max(0, rate));
}
