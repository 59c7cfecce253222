import { most } from "../most.ts";
import { freeProposal, type ShapeRule } from "../proposal.ts";

const OPTION = /^\s*\(?([A-J])(?:[).:](?:\s|$)|\s*$)/;
const FEWEST_OPTIONS = "D";

export const optionLetters: ShapeRule = ({ texts }) => {
  if (!most(texts, (text) => OPTION.test(text))) return null;
  const letters = texts.flatMap((text) => OPTION.exec(text)?.[1] ?? []);
  if (new Set(letters).size < 2) return null;
  const lastLetter = [FEWEST_OPTIONS, ...letters].reduce((last, letter) => (letter > last ? letter : last));
  return [
    freeProposal({
      name: "Multiple choice",
      kind: "multiple-choice",
      config: { lastLetter },
      reason: `The expected values are letters of options, A to ${lastLetter}; the letter is found however the answer writes it.`,
      blind: "It sees the choice alone, and not whether the reasons for it are right.",
    }),
  ];
};
