import { finalExpression } from "../../math/final-expression.ts";
import { most, share } from "../most.ts";
import { freeProposal, type ShapeRule } from "../proposal.ts";

const EXPRESSION_CHARS = 200;
/** What mathematics has and labels, names and dates have not. */
const OPERATION =
  /\\(?:d?frac|sqrt|pi|cdot|times|boxed)|\^|√|π|[\d)]\s*[*/]\s*[\d(]|\d[a-z]\b|[a-z]\s*[+=]\s*\d/i;
const DATE = /\d[-/.]\d{1,2}[-/.]\d/;
const WORD = /(?<!\\)\b(?!sqrt|frac|sin|cos|tan|log|exp)[a-z]{4,}/i;
const FEWEST_OPERATIONS = 0.3;

export const expressions: ShapeRule = ({ texts }) => {
  const isOperation = (text: string) => OPERATION.test(text);
  if (share(texts, isOperation) < FEWEST_OPERATIONS || !most(texts, isExpression)) return null;
  return [
    freeProposal({
      name: "Equal in mathematics",
      kind: "math-equivalence",
      reason: "The expected values are expressions; an answer that is worth the same passes, so 1/2 is 0.5.",
      blind: "It reads simple expressions: an answer that is a proof, a set or a matrix stays unscored.",
    }),
  ];
};

function isExpression(text: string): boolean {
  if (text.length > EXPRESSION_CHARS || DATE.test(text) || WORD.test(text)) return false;
  return finalExpression(text).status === "expression";
}
