import { z } from "zod";
import { agrestiCoullInterval } from "../../../intervals/agresti-coull.ts";
import { clopperPearsonInterval } from "../../../intervals/clopper-pearson.ts";
import { jeffreysInterval } from "../../../intervals/jeffreys.ts";
import { kornGraubardInterval } from "../../../intervals/korn-graubard.ts";
import { midPInterval } from "../../../intervals/mid-p.ts";
import type { RateInput, RateInterval } from "../../../intervals/rate-input.ts";
import { stratifiedRate } from "../../../intervals/stratified-rate.ts";
import { uniformPriorInterval } from "../../../intervals/uniform-prior.ts";
import { wilsonInterval } from "../../../intervals/wilson.ts";
import { wilsonContinuityInterval } from "../../../intervals/wilson-continuity.ts";
import { wilsonEffectiveInterval } from "../../../intervals/wilson-effective.ts";
import { zeroFailuresLimit } from "../../../intervals/zero-failures-limit.ts";
import { fisherExact } from "../../../rates/fisher-exact.ts";
import { miettinenNurminenInterval } from "../../../rates/miettinen-nurminen.ts";
import { newcombeIndependentInterval } from "../../../rates/newcombe-independent.ts";
import { twoProportionZ } from "../../../rates/two-proportion-z.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const number = z.number();
const twoRates = z.object({ x1: number, n1: number, x2: number, n2: number, level: number.optional() });
const clusteredRate = { p: number, se_clustered: number, n: number, level: number };
const strataSchema = z.object({
  weights: z.array(number),
  x: z.array(number),
  n: z.array(number),
  level: number.optional(),
});

export const intervalAdapters: Record<string, Adapter> = {
  wilson: oneRate(wilsonInterval),
  clopper_pearson: oneRate(clopperPearsonInterval),
  jeffreys: oneRate(jeffreysInterval),
  bayes_uniform: oneRate(uniformPriorInterval),
  agresti_coull: oneRate(agrestiCoullInterval),
  wilson_cc: oneRate(wilsonContinuityInterval),
  midp_ci: oneRate(midPInterval),
  rule_of_three: adapter(z.object({ n: number }), ({ n }) => {
    const limit = zeroFailuresLimit({ total: n });
    return { approx: limit?.ruleOfThree, exact_one_sided: limit?.exact };
  }),
  newcombe_independent: adapter(twoRates, (input) =>
    limits(newcombeIndependentInterval({ ...pairOf(input), confidence: input.level })),
  ),
  miettinen_nurminen: adapter(twoRates, (input) =>
    limits(miettinenNurminenInterval({ ...pairOf(input), confidence: input.level })),
  ),
  fisher_exact: adapter(
    z.object({ table: z.tuple([z.tuple([number, number]), z.tuple([number, number])]) }),
    ({ table: [[a, b], [c, d]] }) =>
      fisherExact({ first: { successes: a, total: a + b }, second: { successes: c, total: c + d } }).twoSided,
  ),
  two_proportion_z_pooled: adapter(twoRates, (input) => {
    const result = twoProportionZ(pairOf(input));
    return { z: result?.z, p: result?.pValue };
  }),
  stratified_rate: adapter(strataSchema, (input) => {
    const result = stratifiedRate({ strata: strataOf(input) });
    return { estimate: result?.estimate, se: result?.standardError };
  }),
  stratified_rate_mover: adapter(strataSchema, (input) =>
    limits(stratifiedRate({ strata: strataOf(input), confidence: input.level })),
  ),
  wilson_effective_n: adapter(z.object(clusteredRate), ({ p, se_clustered, n, level }) => {
    const rate = { rate: p, standardError: se_clustered, total: n, confidence: level };
    const result = wilsonEffectiveInterval(rate);
    return { n_eff: result?.effectiveTotal, wilson: limits(result) };
  }),
  korn_graubard: adapter(
    z.object({ ...clusteredRate, clusters: number }),
    ({ p, se_clustered, n, clusters, level }) => {
      const rate = { rate: p, standardError: se_clustered, total: n, clusters, confidence: level };
      const result = kornGraubardInterval(rate);
      return { n_eff: result?.effectiveTotal, ci: limits(result) };
    },
  ),
};

function oneRate(interval: (input: RateInput) => RateInterval | null): Adapter {
  return adapter(z.object({ x: number, n: number, level: number }), ({ x, n, level }) =>
    limits(interval({ successes: x, total: n, confidence: level })),
  );
}

function limits(interval: { lower: number; upper: number } | null) {
  return [interval?.lower, interval?.upper];
}

function pairOf({ x1, n1, x2, n2 }: z.infer<typeof twoRates>) {
  return { first: { successes: x1, total: n1 }, second: { successes: x2, total: n2 } };
}

function strataOf({ weights, x, n }: z.infer<typeof strataSchema>) {
  return weights.map((weight, index) => ({ weight, successes: x[index] ?? 0, total: n[index] ?? 0 }));
}
