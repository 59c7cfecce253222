import { judgeCost } from "../judge-cost.ts";
import type { DatasetFacts, GraderProposal } from "../proposal.ts";

/** The judge that decides where no rule can; none when no model is to judge. */
export function rubricJudge(facts: DatasetFacts, reason: string): GraderProposal[] {
  const { judge } = facts;
  if (judge === null) return [];
  return [
    {
      name: "Judge",
      kind: "judge-rubric",
      config: { judges: [judge.modelVersionId] },
      threshold: null,
      weight: 1,
      reason,
      blind:
        "A judge is a model and errs: compare its verdicts with your own on some cases, and write its criteria in your words.",
      cost: judgeCost(facts, judge, 1),
    },
  ];
}
