import { evaluatePolicy } from "#lib/gates/evaluate/evaluate-policy.ts";
import { estimateRate } from "#lib/outcomes/estimate-rate.ts";
import type { Bar } from "../bar/bar-schema.ts";
import { ownRules } from "../bar/own-rules.ts";
import { costFigure, latencyFigure, statedCost } from "../weighing/figures.ts";
import { casesStillNeeded, standingOf } from "../weighing/standing.ts";
import type { Candidate, Figure } from "./board-schema.ts";
import type { ModelEvidence } from "./model-evidence.ts";

/** One model against the bar, with its figures. `statedCost`: micro-dollars per 1,000 requests, in place of what was measured. */
export function candidateOf(
  { evidence, ...about }: ModelEvidence,
  bar: Bar,
  statedMicroUsd: number | null,
): Candidate {
  const { outcomes, version } = evidence;
  const costPer1000 = statedMicroUsd === null ? costFigure(outcomes) : statedCost(statedMicroUsd);
  const rules = [
    ...evaluatePolicy(bar.policy, evidence),
    ...ownRules(bar, { costPer1000, hosting: about.hosting, licence: about.licence }),
  ];
  return {
    ...about,
    passRate: passRateOf(evidence),
    latencyP95Ms: latencyFigure(outcomes),
    costPer1000,
    rules,
    standing: standingOf(rules),
    casesNeeded: casesStillNeeded(rules),
    casesLeft: Math.max(0, version.caseNumbers.length - outcomes.caseNumbers.length),
    repetitions: outcomes.repetitions,
    dominatedBy: null,
  };
}

function passRateOf({ outcomes, version }: ModelEvidence["evidence"]): Figure | null {
  const rate = estimateRate({ outcomes, version, purpose: "display" });
  if (rate === null) return null;
  const { estimate, lower, upper, cases, method } = rate;
  return { value: estimate, lower, upper, n: cases, method };
}
