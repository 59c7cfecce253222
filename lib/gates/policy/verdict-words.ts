import type { RuleOutcome, RuleVerdict } from "./rule-outcome.ts";

/** The verdict of a gate in one sentence. */
export function gateSentence(
  verdict: RuleVerdict,
  rules: readonly Pick<RuleOutcome, "verdict">[],
  policyNumber: number,
): string {
  const count = (wanted: RuleVerdict) => rules.filter((rule) => rule.verdict === wanted).length;
  const all = `${rules.length} ${rules.length === 1 ? "rule" : "rules"}`;
  const open = count("not enough evidence");
  switch (verdict) {
    case "pass":
      return rules.length === 1
        ? `Passes: the one rule of policy ${policyNumber} is met.`
        : `Passes: all ${all} of policy ${policyNumber} are met.`;
    case "fail": {
      const failed = count("fail");
      const rest = open === 0 ? "" : `, and ${open} ${open === 1 ? "is" : "are"} open`;
      return `Fails: ${failed} of ${all} of policy ${policyNumber} ${failed === 1 ? "is" : "are"} not met${rest}.`;
    }
    case "not enough evidence":
      return `Cannot tell yet: ${open} of ${all} of policy ${policyNumber} ${open === 1 ? "is" : "are"} open, and none fails.`;
  }
}

const names: Record<RuleOutcome["rule"], string> = {
  "pass rate": "Pass rate",
  regression: "Regression",
  "critical cases": "Critical cases",
  slice: "Slice",
  latency: "p95 latency",
  cost: "Cost",
  "without verdict": "Without a verdict",
  "minimum cases": "Minimum of cases",
};

/** What a rule is called on pages. */
export function ruleName({ rule, slice }: Pick<RuleOutcome, "rule" | "slice">): string {
  return slice === null ? names[rule] : `${slice.dimension} = ${slice.value}`;
}

const order: RuleVerdict[] = ["fail", "not enough evidence", "pass"];

/** What stands in the way first; within that, in the policy's order. */
export function worstFirst<Rule extends Pick<RuleOutcome, "verdict">>(rules: readonly Rule[]): Rule[] {
  return [...rules].sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
}
