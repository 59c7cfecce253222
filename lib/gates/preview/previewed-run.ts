import type { RuleOutcome, RuleVerdict } from "../policy/rule-outcome.ts";

/** One of the latest runs with what a policy would have said of it, as it goes over HTTP. */
export type PreviewedRun = {
  run: { id: string; number: number };
  model: string;
  finishedAt: string | null;
  /** Null as long as the policy asks for nothing. */
  verdict: RuleVerdict | null;
  rules: RuleOutcome[];
};
