import { type DatasetFacts, freeProposal, type GraderProposal } from "../proposal.ts";
import { rubricJudge } from "./rubric-judge.ts";

/** What can be said of an answer when nobody has written down the right one. */
export function withoutExpected(facts: DatasetFacts): GraderProposal[] {
  return [
    freeProposal({
      name: "Not empty",
      kind: "not-empty",
      reason: "No case has an expected value; this sees at least whether there is an answer at all.",
      blind: "Any text passes.",
    }),
    freeProposal({
      name: "No refusal",
      kind: "refusal",
      reason: "No case has an expected value; this sees whether the model declined.",
      blind: "It knows English phrases of declining, and the reason why an answer ended.",
    }),
    freeProposal({
      name: "Latency limit",
      kind: "latency",
      weight: 0,
      reason:
        "Recorded without deciding: how many answers came within 5 seconds. Set the limit that you need.",
      blind: "A quick answer may be wrong.",
    }),
    freeProposal({
      name: "Cost limit",
      kind: "cost",
      weight: 0,
      reason:
        "Recorded without deciding: how many answers cost at most one cent. Set the limit that you need.",
      blind: "A cheap answer may be wrong.",
    }),
    ...rubricJudge(
      facts,
      "Without expected values, only a judge can say whether an answer does what was asked.",
    ),
  ];
}
