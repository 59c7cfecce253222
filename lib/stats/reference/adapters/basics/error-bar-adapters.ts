import { z } from "zod";
import { bernoulliStandardError } from "../../../error-bars/bernoulli-standard-error.ts";
import { clusteredIntervalCr1 } from "../../../error-bars/clustered-interval-cr1.ts";
import { clusteredIntervalCr2 } from "../../../error-bars/clustered-interval-cr2.ts";
import { clusteredStandardError } from "../../../error-bars/clustered-standard-error.ts";
import { designEffect } from "../../../error-bars/design-effect.ts";
import { intraclassCorrelation } from "../../../error-bars/intraclass-correlation.ts";
import { pooledStandardError } from "../../../error-bars/pooled-standard-error.ts";
import { standardError } from "../../../error-bars/standard-error.ts";
import { tInterval } from "../../../error-bars/t-interval.ts";
import { casewiseDifferences, pairedDifference } from "../../../paired/paired-difference.ts";
import { unpairedDifference } from "../../../rates/unpaired-difference.ts";
import { resamplingVarianceRatio } from "../../../repeats/resampling-gain.ts";
import { varianceComponents } from "../../../repeats/variance-components.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const number = z.number();
const scores = z.array(number);
const clustered = z.object({ scores, clusters: z.array(z.string()), level: number.optional() });

export const errorBarAdapters: Record<string, Adapter> = {
  se_clt: adapter(z.object({ scores }), (input) => standardError(input.scores)),
  se_bernoulli: adapter(z.object({ p: number, n: number }), ({ p, n }) =>
    bernoulliStandardError({ rate: p, total: n }),
  ),
  mean_ci_t: adapter(z.object({ scores, level: number }), (input) => {
    const interval = tInterval(input.scores, input.level);
    return [interval?.lower, interval?.upper];
  }),
  se_clustered_miller: adapter(
    clustered,
    (input) => clusteredStandardError(input.scores, input.clusters)?.miller,
  ),
  se_clustered_cr0: adapter(clustered, (input) => clusteredStandardError(input.scores, input.clusters)?.cr0),
  se_clustered_cr1: adapter(clustered, (input) => clusteredStandardError(input.scores, input.clusters)?.cr1),
  se_clustered_cr2: adapter(clustered, (input) => {
    const interval = clusteredIntervalCr2(input.scores, input.clusters);
    return {
      se: interval?.standardError,
      df_satterthwaite: interval?.degreesOfFreedom,
      p: interval?.pValue,
    };
  }),
  mean_ci_clustered_t: adapter(clustered, (input) => {
    const interval = clusteredIntervalCr1(input.scores, input.clusters, input.level);
    return [interval?.lower, interval?.upper];
  }),
  icc_anova_and_deff: adapter(clustered, (input) => {
    const result = intraclassCorrelation(input.scores, input.clusters);
    return {
      msb: result?.meanSquareBetween,
      msw: result?.meanSquareWithin,
      m0: result?.balancedSize,
      icc: result?.correlation,
      deff: result?.designEffect,
      n_eff: result?.effectiveTotal,
    };
  }),
  design_effect: adapter(z.object({ m: number, icc: number, n: number }), ({ m, icc, n }) => {
    const result = designEffect({ clusterSize: m, correlation: icc, total: n });
    return { deff: result.designEffect, n_eff: result.effectiveTotal };
  }),
  paired_difference: adapter(z.object({ a: scores, b: scores }), ({ a, b }) => {
    const result = pairedDifference(a, b);
    return {
      diff: result?.difference,
      se_paired: result?.standardError,
      se_unpaired: result?.unpairedStandardError,
      corr: result?.correlation,
      z: result?.t,
      t_p: result?.pValue,
    };
  }),
  paired_difference_clustered: adapter(
    z.object({ a: scores, b: scores, clusters: z.array(z.string()) }),
    ({ a, b, clusters }) => {
      const result = clusteredStandardError(casewiseDifferences(a, b), clusters);
      return { diff: result?.mean, cr0: result?.cr0, cr1: result?.cr1 };
    },
  ),
  unpaired_z: adapter(z.object({ pA: number, nA: number, pB: number, nB: number }), ({ pA, nA, pB, nB }) => {
    const result = unpairedDifference({ rate: pA, total: nA }, { rate: pB, total: nB });
    return { diff: result?.difference, se: result?.standardError, z: result?.z };
  }),
  resample_variance_ratio: adapter(
    z.object({ K: number, var_x: number, e_sigma2: number }),
    ({ K, var_x, e_sigma2 }) =>
      resamplingVarianceRatio({ betweenVariance: var_x, withinVariance: e_sigma2, attempts: K }),
  ),
  variance_components: adapter(z.object({ matrix: z.array(scores) }), ({ matrix }) => {
    const result = varianceComponents(matrix);
    return {
      mean: result?.mean,
      E_sigma2: result?.withinVariance,
      var_of_question_means: result?.varianceOfCaseMeans,
      var_x_hat: result?.betweenVariance,
      se_mean: result?.standardError,
      share_within_at_K: result?.shareWithin,
      icc1: result?.correlation,
    };
  }),
  pooled_sample_stderr: adapter(z.object({ stderrs: scores, sizes: scores }), ({ stderrs, sizes }) =>
    pooledStandardError(stderrs.map((error, index) => ({ standardError: error, size: sizes[index] ?? 0 }))),
  ),
};
