import { z } from "zod";
import { bootstrapMean } from "../../../bootstrap/bootstrap-mean.ts";
import { exactPairedBootstrap } from "../../../bootstrap/exact-paired-bootstrap.ts";
import { standardError } from "../../../error-bars/standard-error.ts";
import { mean } from "../../../mean.ts";
import { bonettPriceInterval } from "../../../paired/bonett-price.ts";
import { cochranQ } from "../../../paired/cochran-q.ts";
import { mcnemar } from "../../../paired/mcnemar.ts";
import { mcnemarSmallestDetectable } from "../../../paired/mcnemar-smallest-detectable.ts";
import { newcombePairedInterval } from "../../../paired/newcombe-paired.ts";
import { noninferiority } from "../../../paired/noninferiority.ts";
import { casewiseDifferences, pairedDifference } from "../../../paired/paired-difference.ts";
import { signFlipTest } from "../../../paired/sign-flip.ts";
import { tangoInterval } from "../../../paired/tango.ts";
import { wilcoxonSignedRank } from "../../../paired/wilcoxon-signed-rank.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const number = z.number();
const discordant = z.object({ b: number, c: number, n: number, level: number });
const diffs = z.object({ diffs: z.array(number) });

export const pairedAdapters: Record<string, Adapter> = {
  mcnemar: adapter(z.object({ b: number, c: number }), ({ b, c }) => {
    const result = mcnemar({ onlyFirst: b, onlySecond: c });
    return {
      exact: result.exact,
      midp: result.midP,
      chi2: result.chiSquared,
      asymptotic_p: result.asymptotic,
      chi2_cc: result.chiSquaredCorrected,
      asymptotic_cc_p: result.corrected,
    };
  }),
  mcnemar_smallest_detectable: adapter(z.object({ alpha: number }), ({ alpha }) => {
    const smallest = mcnemarSmallestDetectable(alpha);
    const oneFewer = mcnemar({ onlyFirst: 0, onlySecond: smallest.exact - 1 });
    return {
      min_discordant_exact_one_direction: smallest.exact,
      p_at_5: oneFewer.exact,
      p_at_6: mcnemar({ onlyFirst: 0, onlySecond: smallest.exact }).exact,
      midp_at_5: oneFewer.midP,
    };
  }),
  tango_ci: adapter(discordant, ({ b, c, n, level }) => {
    const { lower, upper } = tangoInterval({ onlyFirst: b, onlySecond: c, total: n, confidence: level });
    return [lower, upper];
  }),
  noninferiority_tango: adapter(
    z.object({ b_new_only: number, c_old_only: number, n: number, margin: number, alpha: number }),
    ({ b_new_only, c_old_only, n, margin, alpha }) => {
      const counts = { onlyNew: b_new_only, onlyOld: c_old_only, total: n, margin };
      const at5 = noninferiority({ ...counts, alpha });
      const at25 = noninferiority({ ...counts, alpha: 0.025 });
      return {
        diff: at5.difference,
        z: at5.z,
        p_one_sided: at5.pValue,
        ci90_lower: at5.lower,
        ci95_lower: at25.lower,
        "non_inferior_at_alpha_.05": at5.outcome === "better" || at5.outcome === "non-inferior",
        "non_inferior_at_alpha_.025": at25.outcome === "better" || at25.outcome === "non-inferior",
      };
    },
  ),
  newcombe_paired: adapter(
    z.object({ both: number, a_only: number, b_only: number, neither: number, level: number }),
    ({ both, a_only, b_only, neither, level }) => {
      const counts = { both, onlyFirst: a_only, onlySecond: b_only, neither };
      const result = newcombePairedInterval({ ...counts, confidence: level });
      return { diff: result?.difference, phi: result?.phi, ci: [result?.lower, result?.upper] };
    },
  ),
  bonett_price_ci: adapter(discordant, ({ b, c, n, level }) => {
    const result = bonettPriceInterval({ onlyFirst: b, onlySecond: c, total: n, confidence: level });
    return [result?.lower, result?.upper];
  }),
  bootstrap_paired_exact: adapter(discordant, ({ b, c, n, level }) => {
    const result = exactPairedBootstrap({ onlyFirst: b, onlySecond: c, total: n, confidence: level });
    return {
      z0: result?.levels?.bias,
      a: result?.acceleration,
      alpha1: result?.levels?.lowerLevel,
      alpha2: result?.levels?.upperLevel,
      pct: [result?.percentile.lower, result?.percentile.upper],
      bca: [result?.bca?.lower, result?.bca?.upper],
    };
  }),
  bootstrap_bca_continuous: adapter(z.object({ x: z.array(number), level: number }), ({ x, level }) => {
    const result = bootstrapMean({ values: x, confidence: level, resamples: 200_000, seed: 1 });
    return {
      acceleration: result?.acceleration,
      bca: [result?.bca?.lower, result?.bca?.upper],
      percentile: [result?.percentile.lower, result?.percentile.upper],
      mean: result?.estimate,
    };
  }),
  permutation_signflip_exact: adapter(diffs, (input) => signFlipTest({ differences: input.diffs }).pValue),
  wilcoxon_signed_rank: adapter(diffs, (input) => {
    const result = wilcoxonSignedRank(input.diffs);
    return { W: result?.w, p_normal_approx: result?.pValue };
  }),
  paired_k_samples: adapter(
    z.object({ a: z.array(z.array(number)), b: z.array(z.array(number)) }),
    ({ a, b }) => {
      const caseMeans = (scores: number[][]) => scores.map((attempts) => mean(attempts) ?? 0);
      const result = pairedDifference(caseMeans(a), caseMeans(b));
      return {
        diff: result?.difference,
        se_by_case: result?.standardError,
        t: result?.t,
        p_t7: result?.pValue,
        wrong_se_pooling_samples: standardError(casewiseDifferences(a.flat(), b.flat())),
      };
    },
  ),
  cochran_q: adapter(z.object({ matrix: z.array(z.array(number)) }), ({ matrix }) => {
    const result = cochranQ(matrix.map((row) => row.map((pass) => pass === 1)));
    return { Q: result?.q, p: result?.pValue };
  }),
};
