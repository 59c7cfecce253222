import type { RuleOutcome, RuleVerdict } from "../policy/rule-outcome.ts";

/** What the gate says of a run: the same object on the page and over HTTP. */
export type GateReport = {
  run: { id: string; number: number; datasetId: string };
  verdict: RuleVerdict | null;
  /** Why there is no verdict; null where there is one. */
  missing: "no policy" | "under way" | "no scorecard" | "not evaluated" | null;
  /** For scripts: 0 pass, 1 fail, 2 not enough evidence, 3 no verdict. */
  exitCode: 0 | 1 | 2 | 3;
  /** The policy and the baseline that it was measured by. */
  policy: { number: number } | null;
  baseline: { runId: string; runNumber: number } | null;
  rules: RuleOutcome[];
  evaluatedAt: Date | null;
  /** What has changed since, so that an evaluation now may say something else. */
  outdated: "policy" | "baseline" | "grades" | null;
};

const exitCodes = { pass: 0, fail: 1, "not enough evidence": 2 } as const satisfies Record<
  RuleVerdict,
  number
>;

export function exitCodeOf(verdict: RuleVerdict | null): GateReport["exitCode"] {
  return verdict === null ? 3 : exitCodes[verdict];
}
