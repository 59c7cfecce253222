import type { Policy } from "../policy/policy-schema.ts";
import type { RuleOutcome } from "../policy/rule-outcome.ts";
import type { Evidence } from "./evidence.ts";
import { costRule } from "./rules/cost.ts";
import { criticalCasesRule } from "./rules/critical-cases.ts";
import { latencyRule } from "./rules/latency.ts";
import { minimumCasesRule } from "./rules/minimum-cases.ts";
import { passRateRule } from "./rules/pass-rate.ts";
import { regressionRule } from "./rules/regression.ts";
import { sliceRules } from "./rules/slices.ts";
import { withoutVerdictRule } from "./rules/without-verdict.ts";

/**
 * Every rule that the policy asks for, against one run: its verdict, its figure with interval, n and method, and one sentence. In a
 * fixed order; empty when the policy asks for nothing. `gateVerdict` makes one verdict of them.
 */
export function evaluatePolicy(policy: Policy, evidence: Evidence): RuleOutcome[] {
  const rules: RuleOutcome[] = [];
  if (policy.passRate !== null) rules.push(passRateRule(policy.passRate, evidence));
  if (policy.regression !== null) rules.push(regressionRule(policy.regression.margin, evidence));
  if (policy.critical !== null) rules.push(criticalCasesRule(policy.critical.tag, evidence));
  rules.push(...sliceRules(policy.slices, evidence));
  if (policy.latencyP95Ms !== null) rules.push(latencyRule(policy.latencyP95Ms, evidence));
  if (policy.costPerCaseMicroUsd !== null) rules.push(costRule(policy.costPerCaseMicroUsd, evidence));
  if (policy.withoutVerdictShare !== null) {
    rules.push(withoutVerdictRule(policy.withoutVerdictShare, evidence));
  }
  if (policy.minimumCases !== null) rules.push(minimumCasesRule(policy.minimumCases, evidence));
  return rules;
}
