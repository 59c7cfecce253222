import { z } from "zod";
import { betaQuantile } from "../../../distributions/beta-quantile.ts";
import { binomialCdf } from "../../../distributions/binomial-cdf.ts";
import { chiSquaredSurvival } from "../../../distributions/chi-squared-survival.ts";
import { normalCdf } from "../../../distributions/normal-cdf.ts";
import { normalQuantile } from "../../../distributions/normal-quantile.ts";
import { regularisedBeta } from "../../../distributions/regularised-beta.ts";
import { studentTQuantile } from "../../../distributions/student-t-quantile.ts";
import { studentTTwoSided } from "../../../distributions/student-t-two-sided.ts";
import { quantile } from "../../../quantile.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const number = z.number();

export const specialFunctionAdapters: Record<string, Adapter> = {
  normal_quantile: adapter(z.object({ p: number }), ({ p }) => normalQuantile(p)),
  normal_cdf: adapter(z.object({ x: number }), ({ x }) => normalCdf(x)),
  t_quantile: adapter(z.object({ p: number, df: number }), ({ p, df }) => studentTQuantile(p, df)),
  t_two_sided_p: adapter(z.object({ t: number, df: number }), ({ t, df }) => studentTTwoSided(t, df)),
  chi2_sf: adapter(z.object({ x: number, df: number }), ({ x, df }) => chiSquaredSurvival(x, df)),
  reg_inc_beta: adapter(z.object({ a: number, b: number, x: number }), ({ a, b, x }) =>
    regularisedBeta(a, b, x),
  ),
  beta_quantile: adapter(z.object({ a: number, b: number, p: number }), ({ a, b, p }) =>
    betaQuantile(p, a, b),
  ),
  binom_cdf: adapter(z.object({ k: number, n: number, p: number }), ({ k, n, p }) => binomialCdf(k, n, p)),
  quantile_type7: adapter(z.object({ x: z.array(number), p: z.array(number) }), ({ x, p }) =>
    p.map((level) => quantile(x, level)),
  ),
};
