import type { Action } from "#components/ui/use-action.ts";
import type { PolicyInput } from "#lib/gates/policy/policy-schema.ts";
import type { RuleVerdict } from "#lib/gates/policy/rule-outcome.ts";

/** The server actions of gates; null for people who may only look. */
export type GateActions = {
  savePolicy: Action<{ datasetId: string; policy: PolicyInput; note: string }, { number: number }>;
  approveBaseline: Action<
    { datasetId: string; runId: string; note: string },
    { number: number; waiver: boolean }
  >;
  evaluate: Action<{ runId: string }, RuleVerdict | null>;
  measureAgain: Action<{ datasetId: string }, { measured: number; left: number }>;
};
