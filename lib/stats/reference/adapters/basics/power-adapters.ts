import { z } from "zod";
import { minimumDetectableDifference } from "../../../power/minimum-detectable-difference.ts";
import { requiredCases } from "../../../power/required-cases.ts";
import { requiredCasesIndependentRates } from "../../../power/required-cases-independent-rates.ts";
import {
  requiredCasesNoninferiority,
  requiredCasesPairedRates,
} from "../../../power/required-cases-paired-rates.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const number = z.number();
const levels = { alpha: number, power: number };
const variances = { omega2: number, sigma2_a: number, sigma2_b: number, K_a: number, K_b: number };

export const powerAdapters: Record<string, Adapter> = {
  power_n_required: adapter(z.object({ delta: number, ...variances, ...levels }), (input) => {
    const result = requiredCases({ difference: input.delta, ...varianceOf(input) });
    return { n_exact: result.exact, n_ceil: result.cases };
  }),
  power_mde: adapter(z.object({ n: number, ...variances, ...levels }), (input) =>
    minimumDetectableDifference({ cases: input.n, ...varianceOf(input) }),
  ),
  power_paired_binary: adapter(z.object({ p_discordant: number, delta: number, ...levels }), (input) => {
    const { connor, wald } = requiredCasesPairedRates({
      discordantShare: input.p_discordant,
      difference: input.delta,
      alpha: input.alpha,
      power: input.power,
    });
    return { n_connor: connor, n_wald: wald };
  }),
  power_unpaired_binary: adapter(z.object({ p1: number, p2: number, ...levels }), (input) => {
    const { unpooled, pooledNull } = requiredCasesIndependentRates({
      firstRate: input.p1,
      secondRate: input.p2,
      alpha: input.alpha,
      power: input.power,
    });
    return { n_per_arm_unpooled: unpooled, n_per_arm_pooled_null: pooledNull };
  }),
  noninferiority_n: adapter(
    z.object({ psi: number, true_diff: number, margin: number, ...levels }),
    ({ psi, true_diff, margin, alpha, power }) =>
      requiredCasesNoninferiority({ discordantShare: psi, difference: true_diff, margin, alpha, power }),
  ),
};

function varianceOf(input: {
  omega2: number;
  sigma2_a: number;
  sigma2_b: number;
  K_a: number;
  K_b: number;
  alpha: number;
  power: number;
}) {
  return {
    differenceVariance: input.omega2,
    firstAttemptVariance: input.sigma2_a,
    secondAttemptVariance: input.sigma2_b,
    firstAttempts: input.K_a,
    secondAttempts: input.K_b,
    alpha: input.alpha,
    power: input.power,
  };
}
