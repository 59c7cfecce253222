import type { RuleOutcome, RuleVerdict } from "../../policy/rule-outcome.ts";
import type { Evidence } from "../evidence.ts";
import { answersToSettle } from "../figures/answers-to-settle.ts";
import { type LatencyInterval, p95Latency } from "../figures/latency-interval.ts";
import { countOf, milliseconds, moreCases, roundedUp } from "../figures/words.ts";

const p95 = 0.95;

/** Met when even the upper 95 % limit of the p95 latency keeps to the bar, not met when even the lower one exceeds it. */
export function latencyRule(bar: number, evidence: Evidence): RuleOutcome {
  const interval = p95Latency(evidence);
  const common = { rule: "latency", slice: null, bar, unit: "milliseconds" } as const;
  if (interval === null) {
    return {
      ...common,
      verdict: "not enough evidence",
      sentence: "No answer of this run has a latency, so there is no p95. Record latencies with the answers.",
      value: null,
      lower: null,
      upper: null,
      n: 0,
      method: null,
      casesNeeded: null,
    };
  }
  const { estimate, lower, upper, sorted, effective, method } = interval;
  const total = sorted.length;
  const verdict: RuleVerdict =
    upper !== null && upper <= bar ? "pass" : lower !== null && lower > bar ? "fail" : "not enough evidence";
  const answers = verdict === "not enough evidence" ? answersNeeded(interval, bar) : null;
  const casesNeeded =
    answers === null
      ? null
      : Math.max(1, roundedUp(((answers / effective - 1) * total) / evidence.outcomes.repetitions));
  const figure = `The p95 latency is ${milliseconds(estimate)} ${limits(interval)} on ${countOf(total, "answer")}`;
  return {
    ...common,
    verdict,
    sentence: `${figure}: ${judgement(verdict, interval, milliseconds(bar))}.${moreCases(casesNeeded, "if answers stay as quick as they are")}`,
    value: estimate,
    lower,
    upper,
    n: total,
    method,
    casesNeeded,
  };
}

function answersNeeded({ sorted, effective }: LatencyInterval, bar: number): number | null {
  const within = sorted.reduce((sum, value) => sum + (value <= bar ? 1 : 0), 0);
  return answersToSettle(within / sorted.length, effective, p95);
}

function limits({ lower, upper }: LatencyInterval): string {
  const text = (value: number | null) => (value === null ? "not estimable" : milliseconds(value));
  return `[${text(lower)}, ${text(upper)}]`;
}

function judgement(verdict: RuleVerdict, { upper }: LatencyInterval, bar: string): string {
  switch (verdict) {
    case "pass":
      return `even the upper limit keeps to ${bar}`;
    case "fail":
      return `even the lower limit exceeds ${bar}`;
    case "not enough evidence":
      return upper === null
        ? `too few answers for an upper limit, so it is open whether it keeps to ${bar}`
        : `the interval includes ${bar}, so it is open whether it keeps to it`;
  }
}
