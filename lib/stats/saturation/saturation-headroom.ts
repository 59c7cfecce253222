import { bernoulliStandardError } from "../error-bars/bernoulli-standard-error.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";
import type { RateInterval } from "../intervals/rate-input.ts";
import { wilsonInterval } from "../intervals/wilson.ts";

export type SaturationHeadroom = {
  best: RateInterval;
  standardError: number;
  /** 1 - the share of wrong labels: more nobody can reach. */
  ceiling: number;
  headroom: number;
  /** The best run can no longer be told from a perfect one. */
  ceilingInside: boolean;
};

/**
 * Room between the best run and the ceiling that wrong expected values set. Null without cases.
 *
 * @throws RangeError unless 0 <= passes <= total are counts and 0 <= labelError <= 1.
 */
export function saturationHeadroom({
  passes,
  total,
  labelError,
  confidence = 0.95,
}: {
  passes: number;
  total: number;
  labelError: number;
  confidence?: number;
}): SaturationHeadroom | null {
  requireCount(passes, "passes");
  requireWithin(labelError, "labelError", 0, 1);
  const best = wilsonInterval({ successes: passes, total, confidence });
  if (!best) return null;
  const ceiling = 1 - labelError;
  return {
    best,
    standardError: bernoulliStandardError({ rate: best.estimate, total }) ?? 0,
    ceiling,
    headroom: ceiling - best.estimate,
    ceilingInside: best.lower <= ceiling && ceiling <= best.upper,
  };
}
