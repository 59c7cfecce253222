import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { requireWithin } from "../guards/require-within.ts";

export type RatioTest = {
  /** Log-likelihood ratio of `alternative` to `target`. */
  logRatio: number;
  /** At or above: the alternative; at or below `lower`: the target. */
  upper: number;
  lower: number;
  decision: "alternative" | "target" | "continue";
};

/**
 * Wald's sequential probability ratio test between two pass rates, with error chances alpha (target true) and beta (alternative
 * true).
 *
 * Source: Wald 1945, Annals of Mathematical Statistics 16:117.
 * @throws RangeError unless 0 <= successes <= total are counts, the rates differ and all chances lie strictly within 0..1.
 */
export function ratioTest({
  successes,
  total,
  target,
  alternative,
  alpha = 0.05,
  beta = 0.2,
}: {
  successes: number;
  total: number;
  target: number;
  alternative: number;
  alpha?: number;
  beta?: number;
}): RatioTest {
  requireCount(total, "total");
  requireCount(successes, "successes");
  requireWithin(successes, "successes", 0, total);
  for (const [name, value] of Object.entries({ target, alternative, alpha, beta }))
    requireOpenUnit(value, name);
  if (target === alternative)
    throw new RangeError(`target and alternative are both ${target}; they must differ.`);
  const logRatio =
    successes * Math.log(alternative / target) +
    (total - successes) * Math.log((1 - alternative) / (1 - target));
  const upper = Math.log((1 - beta) / alpha);
  const lower = Math.log(beta / (1 - alpha));
  const decision = logRatio >= upper ? "alternative" : logRatio <= lower ? "target" : "continue";
  return { logRatio, upper, lower, decision };
}
