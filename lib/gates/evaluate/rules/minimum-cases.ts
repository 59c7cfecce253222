import type { RuleOutcome } from "../../policy/rule-outcome.ts";
import type { Evidence } from "../evidence.ts";
import { isVerdict } from "../figures/count-against.ts";
import { counted, countOf } from "../figures/words.ts";

/** Met when so many cases have a verdict in at least one attempt; else there is not enough evidence, whatever the other rules say. */
export function minimumCasesRule(bar: number, { outcomes }: Evidence): RuleOutcome {
  const { verdicts, repetitions } = outcomes;
  let judged = 0;
  for (let start = 0; start < verdicts.length; start += repetitions) {
    if (verdicts.subarray(start, start + repetitions).some(isVerdict)) judged += 1;
  }
  const met = judged >= bar;
  const have = judged === 1 ? "has" : "have";
  return {
    rule: "minimum cases",
    slice: null,
    verdict: met ? "pass" : "not enough evidence",
    sentence: met
      ? `${countOf(judged, "case")} ${have} a verdict; at least ${counted(bar)} are asked for.`
      : `Only ${countOf(judged, "case")} ${have} a verdict, and at least ${counted(bar)} are asked for: ${counted(bar - judged)} more are needed.`,
    value: judged,
    lower: null,
    upper: null,
    bar,
    unit: "cases",
    n: judged,
    method: null,
    casesNeeded: met ? null : bar - judged,
  };
}
