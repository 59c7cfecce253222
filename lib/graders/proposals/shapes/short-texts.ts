import { wordsOf } from "../answer-text.ts";
import { most } from "../most.ts";
import { freeProposal, type ShapeRule } from "../proposal.ts";

const SHORT_WORDS = 8;

export const shortTexts: ShapeRule = ({ texts }) => {
  if (!most(texts, (text) => wordsOf(text) <= SHORT_WORDS)) return null;
  return [
    freeProposal({
      name: "Quasi-exact match",
      kind: "quasi-exact",
      weight: 0,
      reason: "Recorded beside it without deciding: how many answers are right word for word.",
      blind: "It fails an answer that says the same in other words, or adds a word.",
    }),
    freeProposal({
      name: "Token F1",
      kind: "token-f1",
      reason: "The expected values are short texts; word overlap forgives a different wording.",
      blind: "It counts words and not meaning: “not Paris” shares a word with “Paris”.",
    }),
  ];
};
