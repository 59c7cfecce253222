import { estimateRate } from "#lib/outcomes/estimate-rate.ts";
import type { RuleOutcome, RuleVerdict } from "../../policy/rule-outcome.ts";
import type { Evidence } from "../evidence.ts";
import { casesFromNothing, casesToSettle } from "../figures/cases-to-settle.ts";
import { againstSentence, attemptsWithoutVerdict, countAgainst } from "../figures/count-against.ts";
import { countOf, moreCases, percent, percentInterval } from "../figures/words.ts";

/** Met when even the lower 95 % limit reaches the bar, not met when even the upper one is below it. */
export function passRateRule(bar: number, evidence: Evidence): RuleOutcome {
  const { outcomes, version } = evidence;
  const rate = estimateRate({ outcomes: countAgainst(outcomes), version, purpose: "floor" });
  if (rate === null) return nothingPlanned(bar);
  const { estimate, lower, upper, cases, attempts, method } = rate;
  const verdict: RuleVerdict = lower >= bar ? "pass" : upper < bar ? "fail" : "not enough evidence";
  const casesNeeded = verdict === "not enough evidence" ? casesToSettle(rate, bar) : null;
  const against = againstSentence(attemptsWithoutVerdict(evidence, null), attempts);
  const figure = `Pass rate ${percent(estimate)} ${percentInterval(lower, upper, bar)} on ${countOf(cases, "case")}`;
  return {
    rule: "pass rate",
    slice: null,
    verdict,
    sentence: `${figure}: ${judgement(verdict, percent(bar))}.${moreCases(casesNeeded, "if the rate stays as it is")}${against}`,
    value: estimate,
    lower,
    upper,
    bar,
    unit: "fraction",
    n: cases,
    method,
    casesNeeded,
  };
}

function judgement(verdict: RuleVerdict, bar: string): string {
  switch (verdict) {
    case "pass":
      return `even the lower limit reaches the bar of ${bar}`;
    case "fail":
      return `even the upper limit is below the bar of ${bar}`;
    case "not enough evidence":
      return `the interval includes the bar of ${bar}, so it is open whether the bar is met`;
  }
}

function nothingPlanned(bar: number): RuleOutcome {
  return {
    rule: "pass rate",
    slice: null,
    verdict: "not enough evidence",
    sentence: "The run has no cases, so there is no pass rate. Start a run on a dataset version with cases.",
    value: null,
    lower: null,
    upper: null,
    bar,
    unit: "fraction",
    n: 0,
    method: null,
    casesNeeded: casesFromNothing(bar),
  };
}
