import { z } from "zod";
import { cohenKappa } from "../../../agreement/cohen-kappa.ts";
import { fleissKappa } from "../../../agreement/fleiss-kappa.ts";
import { krippendorffAlpha } from "../../../agreement/krippendorff-alpha.ts";
import { prevalenceAdjustedAgreement } from "../../../agreement/prevalence-adjusted-agreement.ts";
import { areaUnderCurve } from "../../../classification/area-under-curve.ts";
import { brierScore } from "../../../classification/brier-score.ts";
import { expectedCalibrationError } from "../../../classification/expected-calibration-error.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const number = z.number();
const table = z.array(z.array(number));

export const agreementAdapters: Record<string, Adapter> = {
  cohen_kappa: adapter(z.object({ table }), (input) => {
    const result = cohenKappa(input.table);
    return {
      kappa: result?.kappa,
      se: result?.standardError,
      se_null: result?.nullStandardError,
      ci95: [result?.lower, result?.upper],
      p: result?.pValue,
    };
  }),
  cohen_kappa_weighted: adapter(z.object({ table, weights: z.enum(["linear", "quadratic"]) }), (input) => {
    const result = cohenKappa(input.table, { weights: input.weights });
    return { kappa: result?.kappa, se: result?.standardError, ci95: [result?.lower, result?.upper] };
  }),
  gwet_ac1_and_pabak: adapter(z.object({ table }), (input) => ({
    ...prevalenceAdjustedAgreement(input.table),
    kappa: cohenKappa(input.table)?.kappa,
  })),
  fleiss_kappa: adapter(z.object({ counts: table }), ({ counts }) => fleissKappa(counts)),
  krippendorff_alpha: adapter(
    z.object({
      units: z.array(z.array(number.nullable())),
      level: z.enum(["nominal", "ordinal", "interval", "ratio"]),
    }),
    ({ units, level }) => krippendorffAlpha(units, level),
  ),
  judge_confidence_calibration: adapter(
    z.object({ confidence: z.array(number), correct: z.array(number), bins: number }),
    ({ confidence, correct, bins }) => {
      const records = confidence.map((stated, index) => ({
        confidence: stated,
        correct: correct[index] === 1,
      }));
      return {
        brier: brierScore(records),
        ece: expectedCalibrationError(records, bins)?.error,
        auc: areaUnderCurve(records.map((record) => ({ score: record.confidence, correct: record.correct }))),
      };
    },
  ),
};
