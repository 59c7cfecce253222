import { z } from "zod";
import { caseFlakiness } from "../../../repeats/case-flakiness.ts";
import { gPassAtK } from "../../../repeats/g-pass-at-k.ts";
import { meanOverCases } from "../../../repeats/mean-over-cases.ts";
import { passAtK } from "../../../repeats/pass-at-k.ts";
import { passHatK } from "../../../repeats/pass-hat-k.ts";
import { runsToCatchFlake } from "../../../repeats/runs-to-catch-flake.ts";
import { suiteFlakiness } from "../../../repeats/suite-flakiness.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const number = z.number();
const oneCase = z.object({ n: number, c: number, k: number });

export const repeatsAdapters: Record<string, Adapter> = {
  pass_at_k: adapter(oneCase, ({ n, c, k }) => passAtK({ attempts: n, passes: c }, k)),
  pass_hat_k: adapter(oneCase, ({ n, c, k }) => passHatK({ attempts: n, passes: c }, k)),
  // The plug-in estimate is only here to show what the unbiased one corrects.
  pass_at_k_biased_naive: adapter(oneCase, ({ n, c, k }) => 1 - (1 - c / n) ** k),
  pass_at_k_suite: adapter(z.object({ n: number, c: z.array(number), k: number }), ({ n, c, k }) => {
    const cases = c.map((passes) => ({ attempts: n, passes }));
    return {
      [`pass@${k}`]: meanOverCases(cases, (attempts) => passAtK(attempts, k)).value,
      [`pass^${k}`]: meanOverCases(cases, (attempts) => passHatK(attempts, k)).value,
      "pass@1": meanOverCases(cases, (attempts) => passAtK(attempts, 1)).value,
    };
  }),
  g_pass_at_k_tau: adapter(z.object({ n: number, c: number, k: number, tau: number }), ({ n, c, k, tau }) =>
    gPassAtK({ attempts: n, passes: c }, k, tau),
  ),
  flakiness_case: adapter(z.object({ outcomes: z.array(number) }), ({ outcomes }) => {
    const result = caseFlakiness(outcomes.map((outcome) => outcome === 1));
    return {
      pass_rate: result?.passRate,
      flip_rate: result?.flipRate,
      disagreement: result?.disagreement,
      unbiased_variance: result?.variance,
      entropy_bits: result?.entropyBits,
      wilson: [result?.interval.lower, result?.interval.upper],
    };
  }),
  runs_to_catch_flake: adapter(
    z.object({ fail_prob: number, confidence: number }),
    ({ fail_prob, confidence }) => runsToCatchFlake(fail_prob, confidence),
  ),
  betabinomial_mle: adapter(z.object({ c: z.array(number), n: z.array(number) }), ({ c, n }) => {
    const result = suiteFlakiness(c.map((passes, index) => ({ passes, attempts: n[index] ?? 0 })));
    return {
      alpha: result?.alpha,
      beta: result?.beta,
      mean: result?.mean,
      rho: result?.correlation,
      loglik: result?.logLikelihood,
    };
  }),
};
