import { z } from "zod";
import { overfitChange } from "../../../overfit/overfit-change.ts";
import { overfitGap } from "../../../overfit/overfit-gap.ts";
import { gainNearCeiling } from "../../../saturation/gain-near-ceiling.ts";
import { repeatSignal } from "../../../saturation/repeat-signal.ts";
import { saturationHeadroom } from "../../../saturation/saturation-headroom.ts";
import { saturationIndex } from "../../../saturation/saturation-index.ts";
import { stepsLeft } from "../../../saturation/steps-left.ts";
import { suiteSignal } from "../../../saturation/suite-signal.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const number = z.number();
const change = z.object({ b: number, c: number, n: number });

export const saturationAdapters: Record<string, Adapter> = {
  saturation_headroom: adapter(
    z.object({ passes_best: number, n: number, label_noise: number }),
    ({ passes_best, n, label_noise }) => {
      const result = saturationHeadroom({ passes: passes_best, total: n, labelError: label_noise });
      return {
        best: result?.best.estimate,
        ceiling: result?.ceiling,
        headroom: result?.headroom,
        best_ci: [result?.best.lower, result?.best.upper],
        se_best: result?.standardError,
        ceiling_inside_ci: result?.ceilingInside,
      };
    },
  ),
  saturation_steps_left: adapter(
    z.object({ p_best: number, n: number, ceiling: number, alpha: number, power: number }),
    ({ p_best, n, ...input }) => {
      const result = stepsLeft({ ...input, best: p_best, cases: n });
      return {
        headroom: result.headroom,
        mde_unpaired: result.detectable,
        steps_left_unpaired: result.steps,
        fixable_failures: result.fixableFailures,
        min_one_directional_flips: result.fewestChanges,
        improvement_detectable: result.improvementDetectable,
      };
    },
  ),
  saturation_s_index: adapter(
    z.object({ scores: z.array(number), n: number, alpha_neff: number }),
    ({ scores, n, alpha_neff }) => {
      const result = saturationIndex(scores, n, alpha_neff);
      return {
        n_eff: result?.effectiveTotal,
        se_delta: result?.standardError,
        r_norm: result?.range,
        s_index: result?.index,
        category: result?.category,
        similar: result?.similar,
      };
    },
  ),
  benchmark_snr: adapter(z.object({ scores: z.array(number), n: number }), ({ scores, n }) => {
    const result = suiteSignal(scores, n);
    return {
      dispersion_sd: result?.dispersion,
      mean_se: result?.standardError,
      snr: result?.signalToNoise,
      reliability: result?.reliability,
    };
  }),
  signal_noise_ratio_heineman: adapter(
    z.object({ model_scores: z.array(number), repeated_scores_of_one_model: z.array(number) }),
    ({ model_scores, repeated_scores_of_one_model }) => {
      const result = repeatSignal(model_scores, repeated_scores_of_one_model);
      return {
        relative_dispersion: result?.relativeDispersion,
        relative_sd: result?.relativeDeviation,
        snr: result?.signalToNoise,
      };
    },
  ),
  error_rate_ratio: adapter(z.object({ p_old: number, p_new: number }), ({ p_old, p_new }) => {
    const result = gainNearCeiling(p_old, p_new);
    return {
      abs_gain: result.gain,
      error_reduction: result.errorReduction,
      normalized_gain_hake: result.normalisedGain,
      logit_gain: result.logitGain,
    };
  }),
  overfit_gap: adapter(
    z.object({ tuned_pass: number, tuned_n: number, held_pass: number, held_n: number }),
    ({ tuned_pass, tuned_n, held_pass, held_n }) => {
      const result = overfitGap({
        tuned: { successes: tuned_pass, total: tuned_n },
        heldOut: { successes: held_pass, total: held_n },
      });
      return {
        gap: result?.gap,
        z: result?.z,
        p_one_sided: result?.pValue,
        fisher_one_sided: result?.exact,
        newcombe_ci: [result?.lower, result?.upper],
      };
    },
  ),
  overfit_difference_in_differences: adapter(z.object({ tuned: change, held: change }), ({ tuned, held }) => {
    const split = ({ b, c, n }: z.infer<typeof change>) => ({ onlyNew: b, onlyOld: c, total: n });
    const result = overfitChange({ tuned: split(tuned), heldOut: split(held) });
    return {
      gain_tuned: result?.tunedGain,
      gain_held: result?.heldOutGain,
      did: result?.excess,
      se: result?.standardError,
      z: result?.z,
      p_one_sided: result?.pValue,
      ci: [result?.lower, result?.upper],
    };
  }),
};
