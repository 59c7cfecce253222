import { z } from "zod";
import { judgeQuality } from "../../../judge/judge-quality.ts";
import { allocateLabels } from "../../../judge/label-allocation.ts";
import { labelsNeededForKappa, labelsNeededForRate } from "../../../judge/labels-needed.ts";
import { judgeObservableRange, observedJudgeRate } from "../../../judge/observed-judge-rate.ts";
import { positionBias } from "../../../judge/position-bias.ts";
import { ppiEffectiveLabels } from "../../../judge/ppi-effective-labels.ts";
import { ppiMean } from "../../../judge/ppi-mean.ts";
import { roganGladen } from "../../../judge/rogan-gladen.ts";
import { selfPreference } from "../../../judge/self-preference.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const number = z.number();

export const judgeAdapters: Record<string, Adapter> = {
  judge_confusion: adapter(
    z.object({ tp: number, fn: number, fp: number, tn: number }),
    ({ tp, fn, fp, tn }) => {
      const result = judgeQuality({ bothPass: tp, onlyHumanPass: fn, onlyJudgePass: fp, bothFail: tn });
      return {
        tpr: result?.truePassRate?.estimate,
        tnr: result?.trueFailRate?.estimate,
        precision: result?.precision,
        npv: result?.negativePredictiveValue,
        accuracy: result?.accuracy,
        f1: result?.f1,
        mcc: result?.matthews,
        balanced_accuracy: result?.balancedAccuracy,
        youden_j: result?.youden,
        kappa: result?.kappa?.kappa,
        tpr_wilson: [result?.truePassRate?.lower, result?.truePassRate?.upper],
        tnr_wilson: [result?.trueFailRate?.lower, result?.trueFailRate?.upper],
      };
    },
  ),
  rogan_gladen: adapter(
    z.object({
      p: number,
      specificity_q0: number,
      sensitivity_q1: number,
      n: number,
      m0: number,
      m1: number,
      level: number,
    }),
    ({ p, specificity_q0, sensitivity_q1, n, m0, m1, level }) => {
      const result = roganGladen({
        judgedRate: p,
        judged: n,
        truePassRate: sensitivity_q1,
        trueFailRate: specificity_q0,
        passLabels: m1,
        failLabels: m0,
        confidence: level,
      });
      if (result.kind === "refused") return result;
      return {
        theta_unclipped: result.uncut,
        theta: result.estimate,
        wald_se: result.delta.standardError,
        wald_ci: [result.delta.lower, result.delta.upper],
        lee_ci: [result.lower, result.upper],
      };
    },
  ),
  calibration_allocation: adapter(
    z.object({ m: number, p: number, q0_pilot: number, q1_pilot: number, m_pilot: number }),
    ({ m, p, q0_pilot, q1_pilot, m_pilot }) => {
      const { failLabels, passLabels } = allocateLabels({
        labels: m,
        judgedRate: p,
        pilot: m_pilot,
        truePassRate: q1_pilot,
        trueFailRate: q0_pilot,
      });
      return { m0: failLabels, m1: passLabels };
    },
  ),
  ppi_mean: adapter(
    z.object({
      Y: z.array(number),
      Yhat: z.array(number),
      Yhat_unlabeled_mean: number,
      N: number,
      Yhat_unlabeled_is_binary: z.literal(true),
      lambda: z.union([number, z.literal("tuned")]),
      level: number,
    }),
    ({ Y, Yhat, Yhat_unlabeled_mean: mean, N, lambda, level }) => {
      const result = ppiMean({
        labelled: Y,
        judgeOfLabelled: Yhat,
        judgedOnly: { total: N, mean, variance: mean * (1 - mean) },
        lambda,
        confidence: level,
      });
      return {
        lambda: result?.lambda,
        theta: result?.estimate,
        se: result?.standardError,
        ci: [result?.lower, result?.upper],
      };
    },
  ),
  ppi_effective_n: adapter(z.object({ n: number, N: number, rho: number }), ({ n, N, rho }) =>
    ppiEffectiveLabels({ labels: n, judgedOnly: N, correlation: rho }),
  ),
  ppi_effective_n_pooled_labels: adapter(
    z.object({ n: number, N_total: number, rho: number }),
    ({ n, N_total, rho }) => ppiEffectiveLabels({ labels: n, judgedOnly: N_total - n, correlation: rho }),
  ),
  position_bias: adapter(
    z.object({ consistent: number, always_first: number, always_second: number }),
    ({ consistent, always_first, always_second }) => {
      const result = positionBias({ consistent, firstSlot: always_first, secondSlot: always_second });
      return {
        consistency: result?.consistency.estimate,
        first_bias: result?.firstSlotBias,
        share_first_given_inconsistent: result?.firstSlotShare,
        p_exact: result?.pValue,
        wilson_consistency: [result?.consistency.lower, result?.consistency.upper],
      };
    },
  ),
  self_preference: adapter(
    z.object({
      human_own_win: number,
      judge_own_win_given_human_own: number,
      human_other_win: number,
      judge_own_win_given_human_other: number,
      reference_judge_own_win_given_human_other: number,
    }),
    (input) => {
      const result = selfPreference({
        humanOwn: input.human_own_win,
        judgeOwnOfHumanOwn: input.judge_own_win_given_human_own,
        humanOther: input.human_other_win,
        judgeOwnOfHumanOther: input.judge_own_win_given_human_other,
        referenceOwnOfHumanOther: input.reference_judge_own_win_given_human_other,
      });
      return {
        bias_eo: result.bias,
        rate_false_own: result.falseOwnRate,
        rate_false_other: result.falseOtherRate,
        diff_vs_reference_judge: result.aboveReference,
        two_prop_p: result.pValue,
      };
    },
  ),
  labels_needed_for_rate: adapter(
    z.object({ p: number, half_width: number, level: number }),
    ({ p, half_width, level }) => labelsNeededForRate({ rate: p, halfWidth: half_width, confidence: level }),
  ),
  labels_needed_for_kappa: adapter(
    z.object({ po: number, kappa: number, half_width: number }),
    ({ po, kappa, half_width }) => labelsNeededForKappa({ agreement: po, kappa, halfWidth: half_width }),
  ),
  judge_observable_range: adapter(z.object({ tpr: number, tnr: number }), ({ tpr, tnr }) => {
    const result = judgeObservableRange({ truePassRate: tpr, trueFailRate: tnr });
    return {
      observed_floor: result.floor,
      observed_ceiling: result.ceiling,
      youden_j: result.youden,
      n_inflation: result.sampleInflation,
    };
  }),
  judge_observed_rate: adapter(
    z.object({ true_rate: number, tpr: number, tnr: number }),
    ({ true_rate, tpr, tnr }) =>
      observedJudgeRate({ trueRate: true_rate, truePassRate: tpr, trueFailRate: tnr }),
  ),
};
