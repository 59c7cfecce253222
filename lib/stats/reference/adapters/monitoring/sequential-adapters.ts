import { z } from "zod";
import {
  asymptoticSequence,
  asymptoticSequenceOfDifference,
  boundaryShape,
} from "../../../sequential/asymptotic-sequence.ts";
import { bettingCapital, bettingFractions, bettingSequence } from "../../../sequential/betting-sequence.ts";
import { cuped } from "../../../sequential/cuped.ts";
import { mcnemarEValue } from "../../../sequential/mcnemar-e-value.ts";
import {
  mixtureRatioHalfWidth,
  mixtureRatioPath,
  mixtureRatioTest,
} from "../../../sequential/mixture-ratio-test.ts";
import { pooledSequentialZ } from "../../../sequential/pooled-sequential-z.ts";
import { rateConfidenceSequence, rateEValue } from "../../../sequential/rate-e-value.ts";
import { ratioTest } from "../../../sequential/ratio-test-bounds.ts";
import { sampleRatio } from "../../../sequential/sample-ratio.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const number = z.number();
const numbers = z.array(number);
const variances = { sigma2: number, tau2: number };
const rate = { successes: number, n: number, a: number, b: number };
// The rows' boundary is tuned for 100 observations of variance 1.
const rowShape = boundaryShape({ plannedTotal: 100 });

export const sequentialAdapters: Record<string, Adapter> = {
  sequential_mcnemar_evalue: adapter(
    z.object({ b: number, c: number, prior_a: number }),
    ({ b, c, prior_a }) => {
      const result = mcnemarEValue({ onlyFirst: b, onlySecond: c, prior: prior_a });
      return { e_value: result.eValue, p_at_n: result.pValue };
    },
  ),
  beta_binomial_evalue: adapter(z.object({ ...rate, p0: number }), ({ n, p0, ...input }) => {
    const result = rateEValue({ ...input, total: n, target: p0 });
    return { e_value: result.eValue, p_at_n: result.pValue };
  }),
  beta_binomial_confidence_sequence: adapter(
    z.object({ ...rate, alpha: number }),
    ({ n, alpha, ...input }) => {
      const result = rateConfidenceSequence({ ...input, total: n, confidence: 1 - alpha });
      return [result?.lower, result?.upper];
    },
  ),
  msprt_normal: adapter(z.object({ ybar: number, n: number, theta0: number, ...variances }), (input) => {
    const result = mixtureRatioTest({
      mean: input.ybar,
      total: input.n,
      null: input.theta0,
      variance: input.sigma2,
      mixtureVariance: input.tau2,
    });
    return { lambda: result.eValue, p_value_at_n: result.pValue };
  }),
  msprt_confidence_sequence_halfwidth: adapter(
    z.object({ n: number, alpha: number, ...variances }),
    ({ n, alpha, sigma2, tau2 }) =>
      mixtureRatioHalfWidth({ total: n, confidence: 1 - alpha, variance: sigma2, mixtureVariance: tau2 }),
  ),
  msprt_path: adapter(z.object({ differences: numbers, ...variances }), ({ differences, sigma2, tau2 }) => ({
    always_valid_p: mixtureRatioPath(differences, { variance: sigma2, mixtureVariance: tau2 }),
  })),
  statsig_sequential_z: adapter(
    z.object({ var_t: number, n_t: number, var_c: number, n_c: number, alpha: number }),
    ({ var_t, n_t, var_c, n_c, alpha }) => {
      const result = pooledSequentialZ({
        first: { variance: var_t, total: n_t },
        second: { variance: var_c, total: n_c },
        alpha,
      });
      return { z_star: result.critical, fixed_z: result.fixed };
    },
  ),
  asymptotic_cs: adapter(
    z.object({ mean: number, var: number, n: number, alpha: number }),
    ({ mean, var: variance, n, alpha }) => {
      const result = asymptoticSequence({ mean, variance, total: n, shape: rowShape, confidence: 1 - alpha });
      return { rho: rowShape, ci: [result.lower, result.upper] };
    },
  ),
  asymptotic_cs_difference: adapter(
    z.object({
      mean1: number,
      var1: number,
      n1: number,
      mean0: number,
      var0: number,
      n0: number,
      alpha: number,
      rho: number,
    }),
    ({ mean1, var1, n1, mean0, var0, n0, alpha, rho }) => {
      const result = asymptoticSequenceOfDifference({
        first: { mean: mean1, variance: var1, total: n1 },
        second: { mean: mean0, variance: var0, total: n0 },
        shape: rho,
        confidence: 1 - alpha,
      });
      return {
        diff: result.estimate,
        rho,
        ci: [result.lower, result.upper],
        fixed_ci: [result.fixed.lower, result.fixed.upper],
      };
    },
  ),
  hedged_capital_mart: adapter(
    z.object({ x: numbers, m: number, alpha: number, theta: z.literal(0.5), trunc_scale: z.literal(0.5) }),
    ({ x, m, alpha }) => ({
      lambda_first5: bettingFractions(x, alpha).slice(0, 5),
      mart: bettingCapital(x, m, alpha),
    }),
  ),
  hedged_capital_cs: adapter(
    z.object({ x: numbers, alpha: number, breaks: number }),
    ({ x, alpha, breaks }) => {
      const { lower, upper } = bettingSequence(x, { confidence: 1 - alpha, steps: breaks });
      const byTime = (limits: Float64Array) =>
        Object.fromEntries([...limits].map((limit, index) => [String(index + 1), limit]));
      return { lower_at: byTime(lower), upper_at: byTime(upper) };
    },
  ),
  sprt_bernoulli: adapter(
    z.object({ successes: number, n: number, p0: number, p1: number, alpha: number, beta: number }),
    ({ successes, n, p0, p1, alpha, beta }) => {
      const result = ratioTest({ successes, total: n, target: p0, alternative: p1, alpha, beta });
      return { llr: result.logRatio, upper: result.upper, lower: result.lower };
    },
  ),
  sample_ratio_mismatch: adapter(
    z.object({ observed: numbers, expected_share: numbers }),
    ({ observed, expected_share }) => {
      const result = sampleRatio(observed, expected_share);
      return { chi2: result?.chiSquared, p: result?.pValue };
    },
  ),
  cuped: adapter(z.object({ x_pre: numbers, y: numbers }), ({ x_pre, y }) => {
    const result = cuped(y, x_pre);
    return {
      theta: result?.theta,
      var_y: result?.variance,
      var_adjusted: result?.adjustedVariance,
      reduction: result?.reduction,
      mean: result?.mean,
    };
  }),
};
