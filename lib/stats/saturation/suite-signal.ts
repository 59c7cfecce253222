import { variance } from "../error-bars/variance.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";

export type SuiteSignal = {
  /** Standard deviation of the models' pass rates. */
  dispersion: number;
  /** Standard error of one pass rate, as a root mean square over the models. */
  standardError: number;
  /** dispersion / standardError; null where no rate has an error. */
  signalToNoise: number | null;
  /** Share of the variance between models that is not sampling noise, at least 0; 0 means that the ranking is noise. */
  reliability: number;
};

/**
 * Whether a suite of `cases` cases tells models apart at all, from their pass rates. Null with fewer than two models, or where all
 * have one rate.
 *
 * Source: reliability as in classical test theory, Lord & Novick 1968; errors by the binomial variance.
 * @throws RangeError when a rate is outside 0..1 or cases is below 1.
 */
export function suiteSignal(rates: readonly number[], cases: number): SuiteSignal | null {
  rates.forEach((rate, index) => {
    requireWithin(rate, `rates[${index}]`, 0, 1);
  });
  requireCount(cases, "cases", 1);
  const observed = variance(rates);
  if (observed === null || observed < 1e-20) return null;
  const noise = rates.reduce((sum, rate) => sum + (rate * (1 - rate)) / cases, 0) / rates.length;
  const standardError = Math.sqrt(noise);
  return {
    dispersion: Math.sqrt(observed),
    standardError,
    signalToNoise: standardError === 0 ? null : Math.sqrt(observed) / standardError,
    reliability: Math.max(0, 1 - noise / observed),
  };
}
