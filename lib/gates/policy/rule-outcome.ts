/** What is known of one rule: it is met, it is not, or the run does not show it either way. */
export type RuleVerdict = "pass" | "fail" | "not enough evidence";

export type RuleName =
  | "pass rate"
  | "regression"
  | "critical cases"
  | "slice"
  | "latency"
  | "cost"
  | "without verdict"
  | "minimum cases";

/** One rule of a policy against one run: its verdict in words, with the figures behind it. */
export type RuleOutcome = {
  rule: RuleName;
  /** Set for rules on a slice. */
  slice: { dimension: string; value: string } | null;
  verdict: RuleVerdict;
  /** One sentence with the number, its interval, n and the bar. */
  sentence: string;
  value: number | null;
  lower: number | null;
  upper: number | null;
  bar: number;
  /** What value, limits and bar are in. */
  unit: "fraction" | "milliseconds" | "micro-dollars" | "cases";
  n: number;
  /** The method's name as pages print it; null where a count needs none. */
  method: string | null;
  /** About how many more cases would settle it, where more cases would. */
  casesNeeded: number | null;
};

/** Fails when any rule fails; passes when all pass; else there is not enough evidence. */
export function gateVerdict(outcomes: readonly Pick<RuleOutcome, "verdict">[]): RuleVerdict {
  if (outcomes.some((outcome) => outcome.verdict === "fail")) return "fail";
  return outcomes.every((outcome) => outcome.verdict === "pass") ? "pass" : "not enough evidence";
}
