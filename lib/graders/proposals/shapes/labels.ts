import { wordsOf } from "../answer-text.ts";
import { most } from "../most.ts";
import { freeProposal, type ShapeRule } from "../proposal.ts";

const LABEL_CHARS = 60;
const LABEL_WORDS = 6;
/** Values that come again make labels; names and titles mostly come once. */
const DISTINCT_SHARE = 0.7;

export const labels: ShapeRule = ({ texts }) => {
  const distinct = new Set(texts).size;
  if (!most(texts, isLabel) || distinct > Math.max(2, texts.length * DISTINCT_SHARE)) return null;
  return [
    freeProposal({
      name: "Exact match",
      kind: "exact-match",
      config: { normalisations: ["trim", "case"] },
      reason: `The expected values look like labels: ${distinct} different ones in ${texts.length} cases.`,
      blind: "It fails an answer that says more than the label, such as “The label is billing.”",
    }),
  ];
};

function isLabel(text: string): boolean {
  return text.length <= LABEL_CHARS && !text.includes("\n") && wordsOf(text) <= LABEL_WORDS;
}
