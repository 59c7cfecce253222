import { most, share } from "../most.ts";
import { type CaseSample, freeProposal, type ShapeRule } from "../proposal.ts";

const ITEM_CHARS = 80;
/** A list of accepted answers mostly has one item, or the same ones together. */
const SEVERAL_ITEMS = 0.3;

/** Lists whose items come in different combinations: each is a set of labels, and no list of accepted answers. */
export const labelLists: ShapeRule = ({ samples }) => {
  const given = samples.filter(({ expected }) => expected !== undefined && expected !== null);
  const lists = given.flatMap((sample) => {
    const list = listOf(sample);
    return list === null ? [] : [list];
  });
  if (given.length === 0 || !most(given, (sample) => listOf(sample) !== null)) return null;
  const isWritten = given.some(({ expected }) => typeof expected === "string");
  const isMixed = share(lists, (list) => list.length > 1) >= SEVERAL_ITEMS && comeInCombinations(lists);
  if (!isWritten && !isMixed) return null;
  const labels = new Set(lists.flat()).size;
  return [
    freeProposal({
      name: "List match",
      kind: "list-match",
      config: { reading: "json", order: "set", measure: "f1" },
      reason: `The expected values are lists of labels: ${labels} different ones in ${lists.length} cases. Missing and extra ones both lower the score.`,
      blind:
        "Its answer must be a JSON list. If your lists are accepted answers, any of which is right, choose an exact match instead.",
    }),
  ];
};

function listOf({ expected }: CaseSample): string[] | null {
  const value = typeof expected === "string" ? parsedList(expected) : expected;
  if (!Array.isArray(value) || !value.every((item) => typeof item === "string" && item.length <= ITEM_CHARS))
    return null;
  return value;
}

function parsedList(text: string): unknown {
  if (!text.trimStart().startsWith("[")) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function comeInCombinations(lists: readonly string[][]): boolean {
  const company = new Map<string, Set<string>>();
  for (const list of lists.filter((one) => one.length > 1)) {
    for (const item of list) {
      const others = list.filter((other) => other !== item).sort();
      company.set(item, (company.get(item) ?? new Set()).add(others.join("\u0000")));
    }
  }
  return [...company.values()].some((companions) => companions.size > 1);
}
