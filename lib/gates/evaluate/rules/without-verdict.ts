import { outcomeCodes } from "#lib/outcomes/run-outcomes.ts";
import type { RuleOutcome } from "../../policy/rule-outcome.ts";
import type { Evidence } from "../evidence.ts";
import { isVerdict } from "../figures/count-against.ts";
import { counted, countOf, percent } from "../figures/words.ts";

/** The share of planned attempts that errored, could not be scored, or were never made. It is a count, not a sample. */
export function withoutVerdictRule(bar: number, { outcomes, planned }: Evidence): RuleOutcome {
  const common = {
    rule: "without verdict",
    slice: null,
    bar,
    unit: "fraction",
    lower: null,
    upper: null,
  } as const;
  const counts = { judged: 0, errored: 0, unscored: 0 };
  for (const code of outcomes.verdicts) {
    if (isVerdict(code)) counts.judged += 1;
    else if (code === outcomeCodes.errored) counts.errored += 1;
    else if (code === outcomeCodes.unscored) counts.unscored += 1;
  }
  const rest = { method: null, casesNeeded: null } as const;
  const total = Math.max(planned, outcomes.verdicts.length);
  if (total === 0) {
    return {
      ...common,
      ...rest,
      verdict: "not enough evidence",
      sentence: "The run has no planned attempts.",
      value: null,
      n: 0,
    };
  }
  const without = total - counts.judged;
  const share = without / total;
  const met = share <= bar;
  const sentence = () => {
    const missing = without - counts.errored - counts.unscored;
    const parts = Object.entries({ errored: counts.errored, unscored: counts.unscored, missing })
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${counted(count)} ${name}`);
    const figure = `${counted(without)} of ${countOf(total, "attempt")} planned (${percent(share, bar)})`;
    return `${figure} ${without === 1 ? "has" : "have"} no verdict: ${parts.join(", ")}. At most ${percent(bar)} may.`;
  };
  return {
    ...common,
    ...rest,
    verdict: met ? "pass" : "fail",
    sentence: without === 0 ? `All ${countOf(total, "attempt")} planned have a verdict.` : sentence(),
    value: share,
    n: total,
  };
}
