import { outcomeCodes } from "#lib/outcomes/run-outcomes.ts";
import { moneyText } from "#lib/runs/starting/money-text.ts";
import { tInterval } from "#lib/stats/error-bars/t-interval.ts";
import { mean } from "#lib/stats/mean.ts";
import { METHOD_NAMES } from "#lib/stats/method/method-names.ts";
import type { RuleOutcome } from "../../policy/rule-outcome.ts";
import type { Evidence } from "../evidence.ts";
import { counted, countOf } from "../figures/words.ts";

/** The mean cost of an answer is compared with the bar itself; an answer of unknown cost leaves it open. */
export function costRule(bar: number, evidence: Evidence): RuleOutcome {
  const { costs, unknown, byCase } = answerCosts(evidence);
  const common = { rule: "cost", slice: null, bar, unit: "micro-dollars", casesNeeded: null } as const;
  const value = mean(costs);
  if (value === null || unknown > 0) {
    const sentence =
      unknown > 0
        ? `The cost of ${counted(unknown)} of ${countOf(costs.length + unknown, "answer")} is unknown, so the mean is too. Enter the model's price.`
        : "The run has no answers, so there is no cost.";
    const none = { value: null, lower: null, upper: null, n: costs.length, method: null };
    return { ...common, ...none, verdict: "not enough evidence", sentence };
  }
  const interval = tInterval(byCase);
  const met = value <= bar;
  const limits =
    interval === null ? "" : ` [${ofThousand(Math.max(0, interval.lower))}, ${ofThousand(interval.upper)}]`;
  return {
    ...common,
    verdict: met ? "pass" : "fail",
    sentence: `1,000 answers cost ${ofThousand(value)}${limits}, by the mean of ${countOf(costs.length, "answer")}: ${met ? "within" : "more than"} the ${ofThousand(bar)} allowed.`,
    value,
    lower: interval === null ? null : Math.max(0, interval.lower),
    upper: interval?.upper ?? null,
    n: costs.length,
    method: interval === null ? null : METHOD_NAMES.t,
  };
}

/** Costs of answers, which errored and missing attempts are not, and their mean by case. */
function answerCosts({ outcomes }: Evidence) {
  const { verdicts, costMicroUsd, repetitions } = outcomes;
  const costs: number[] = [];
  const byCase: number[] = [];
  let unknown = 0;
  for (let start = 0; start < verdicts.length; start += repetitions) {
    let sum = 0;
    let known = 0;
    for (let at = start; at < start + repetitions; at += 1) {
      if (verdicts[at] === outcomeCodes.missing || verdicts[at] === outcomeCodes.errored) continue;
      const cost = costMicroUsd[at] ?? Number.NaN;
      if (Number.isNaN(cost)) unknown += 1;
      else {
        costs.push(cost);
        sum += cost;
        known += 1;
      }
    }
    if (known > 0) byCase.push(sum / known);
  }
  return { costs, unknown, byCase };
}

/** Whole micro-dollars for 1,000 answers: sums of fractions have more digits than anybody reads. */
function ofThousand(amount: number): string {
  return moneyText(Math.round(1_000 * amount));
}
