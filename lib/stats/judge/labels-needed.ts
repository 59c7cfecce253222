import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { requireWithin } from "../guards/require-within.ts";

/**
 * How many labels of ONE class (human passes for TPR, human fails for TNR) give an interval of ± `halfWidth` around a rate of
 * about `rate`: `wald` by z²p(1 - p)/h², `wilson` by the interval that is shown. Whole numbers, at least 1.
 *
 * Source: Wilson's half width is monotone in n, so h = z√(p(1-p)/n + z²/4n²) / (1 + z²/n) is solved for n in closed form.
 * @throws RangeError unless 0 <= rate <= 1, 0 < halfWidth < 0.5 and 0 < confidence < 1.
 */
export function labelsNeededForRate({
  rate,
  halfWidth,
  confidence = 0.95,
}: {
  rate: number;
  halfWidth: number;
  confidence?: number;
}): { wald: number; wilson: number } {
  requireWithin(rate, "rate", 0, 1);
  requireOpenUnit(confidence, "confidence");
  if (!(halfWidth > 0 && halfWidth < 0.5)) {
    throw new RangeError(`halfWidth is ${halfWidth}; it must lie strictly between 0 and 0.5.`);
  }
  const square = normalQuantile(0.5 + confidence / 2) ** 2;
  const variance = rate * (1 - rate);
  const a = 0.25 - halfWidth ** 2;
  const b = variance - 2 * halfWidth ** 2;
  const penalty = (Math.sqrt(b * b + 4 * a * halfWidth ** 2) - b) / (2 * a);
  return { wald: wholeLabels((square * variance) / halfWidth ** 2), wilson: wholeLabels(square / penalty) };
}

/**
 * How many labels give Cohen's kappa an interval of about ± `halfWidth`, from the agreement and kappa that are expected, by the
 * simple error √(pₒ(1 - pₒ)/n)/(1 - pₑ).
 *
 * Source: Cohen 1960, Educational and Psychological Measurement 20:37.
 * @throws RangeError unless agreement lies in 0..1, kappa < 1, halfWidth > 0 and 0 < confidence < 1.
 */
export function labelsNeededForKappa({
  agreement,
  kappa,
  halfWidth,
  confidence = 0.95,
}: {
  agreement: number;
  kappa: number;
  halfWidth: number;
  confidence?: number;
}): number {
  requireWithin(agreement, "agreement", 0, 1);
  requireOpenUnit(confidence, "confidence");
  if (!(kappa >= -1 && kappa < 1))
    throw new RangeError(`kappa is ${kappa}; it must lie in -1..1 and be below 1.`);
  if (!(halfWidth > 0)) throw new RangeError(`halfWidth is ${halfWidth}; it must be above 0.`);
  const z = normalQuantile(0.5 + confidence / 2);
  const beyondChance = (1 - agreement) / (1 - kappa);
  if (beyondChance === 0) return 1;
  return wholeLabels((z * z * agreement * (1 - agreement)) / (halfWidth * beyondChance) ** 2);
}

/** Rounded up, but not because of the last bits of a floating-point number. */
function wholeLabels(labels: number): number {
  return Math.max(1, Math.ceil(labels * (1 - 1e-12)));
}
