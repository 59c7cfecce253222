import type { NumberRule } from "./policy-draft.ts";

export type NumberRuleText = { label: string; hint: string; before: string; unit: string };

/** What each rule asks for, as the form says it. */
export const numberRuleTexts: Record<NumberRule, NumberRuleText> = {
  passRate: {
    label: "Pass rate",
    hint: "Even the lower 95 % limit must reach it. An attempt without a verdict counts as not passed.",
    before: "at least",
    unit: "%",
  },
  regression: {
    label: "No regression",
    hint: "On the same cases as the approved baseline, a loss this large must be ruled out.",
    before: "less than",
    unit: "points",
  },
  latencyP95Ms: {
    label: "p95 latency",
    hint: "Even the upper 95 % limit must keep to it. It takes about 72 answers to have one.",
    before: "at most",
    unit: "ms",
  },
  costPerCaseMicroUsd: {
    label: "Cost of 1,000 answers",
    hint: "By the mean of this run's answers. An answer of unknown cost leaves the rule open.",
    before: "at most",
    unit: "dollars",
  },
  withoutVerdictShare: {
    label: "Without a verdict",
    hint: "The share of planned attempts that errored, could not be scored or were never made.",
    before: "at most",
    unit: "%",
  },
  minimumCases: {
    label: "Minimum of cases",
    hint: "With fewer cases that have a verdict there is not enough evidence, whatever the other rules say.",
    before: "at least",
    unit: "cases",
  },
};
