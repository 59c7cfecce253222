import { freeProposal, type ShapeRule } from "../proposal.ts";
import { rubricJudge } from "./rubric-judge.ts";

/** Whatever else it is: the last shape. */
export const longTexts: ShapeRule = (facts) => {
  const judge = rubricJudge(
    facts,
    "The expected values are longer texts, which can be right in many wordings; a judge compares what they say.",
  );
  const isJudged = judge.length > 0;
  return [
    freeProposal({
      name: "ROUGE-L",
      kind: "rouge-l",
      weight: isJudged ? 0 : 1,
      reason: isJudged
        ? "Recorded beside it without deciding: how much of the expected wording is kept in order."
        : "The expected values are longer texts; this measures how much of their wording is kept in order.",
      blind: isJudged
        ? "It sees words and not truth, and reads Latin letters only."
        : "It sees words and not truth, and reads Latin letters only. A judge would see more: add a model that can judge.",
    }),
    freeProposal({
      name: "chrF",
      kind: "chrf",
      weight: 0,
      reason:
        "Recorded beside it without deciding: the overlap of runs of characters, which also serves other scripts.",
      blind: "It sees characters and not truth.",
    }),
    ...judge,
  ];
};
