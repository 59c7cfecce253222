import { z } from "zod";
import { kendallTau } from "../../../correlation/kendall-tau.ts";
import { pearson } from "../../../correlation/pearson.ts";
import { spearman } from "../../../correlation/spearman.ts";
import { ability } from "../../../items/ability.ts";
import { caseInformation } from "../../../items/case-information.ts";
import { fitTwoParameter } from "../../../items/fit-two-parameter.ts";
import { itemAnalysis } from "../../../items/item-analysis.ts";
import { itemResponse } from "../../../items/item-response.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const number = z.number();
const numbers = z.array(number);

export const itemAdapters: Record<string, Adapter> = {
  item_analysis: adapter(z.object({ matrix_rows_models_cols_cases: z.array(numbers) }), (input) => {
    const result = itemAnalysis(input.matrix_rows_models_cols_cases);
    return {
      difficulty_p: result?.items.map((item) => item.difficulty),
      "variance_p(1-p)": result?.items.map((item) => item.variance),
      item_total_r: result?.items.map((item) => item.itemTotal),
      corrected_item_rest_r: result?.items.map((item) => item.itemRest),
      discrimination_upper_lower_27pct: result?.items.map((item) => item.upperLower),
      cronbach_alpha: result?.cronbachAlpha,
      kr20: result?.kr20,
    };
  }),
  item_phi: adapter(z.object({ x: numbers, y: numbers }), ({ x, y }) => pearson(x, y)),
  max_variance_weight: adapter(z.object({ p: numbers }), ({ p }) => p.map(caseInformation)),
  irt_3pl: adapter(z.object({ a: number, b: number, c: number, theta: number }), ({ a, b, c, theta }) => {
    const result = itemResponse({ discrimination: a, difficulty: b, guessing: c }, theta);
    return { p: result.probability, information: result.information };
  }),
  irt_ability: adapter(z.object({ responses: numbers, a: numbers, b: numbers }), ({ responses, a, b }) => {
    const result = ability(
      responses.map((response, index) => ({
        passed: response === 1,
        discrimination: a[index] ?? 1,
        difficulty: b[index] ?? 0,
      })),
    );
    return {
      mle: result.maximumLikelihood?.estimate,
      mle_se: result.maximumLikelihood?.standardError,
      map_n01: result.mostLikely,
      eap_n01: result.mean,
      eap_sd: result.deviation,
    };
  }),
  irt_2pl_mml: adapter(
    z.object({ patterns: z.array(z.string()), counts: numbers }),
    ({ patterns, counts }) => {
      const result = fitTwoParameter(
        patterns.map((pattern, index) => ({
          passed: [...pattern].map((digit) => digit === "1"),
          count: counts[index] ?? 0,
        })),
      );
      if (result.kind === "refused") return result;
      return {
        a: result.items.map((item) => item.discrimination),
        b: result.items.map((item) => item.difficulty),
        loglik: result.logLikelihood,
      };
    },
  ),
  rank_agreement: adapter(z.object({ x: numbers, y: numbers }), ({ x, y }) => ({
    kendall_tau_b: kendallTau(x, y),
    spearman: spearman(x, y),
    pearson: pearson(x, y),
  })),
};
