import { tokenIds } from "../tokenise/token-ids.ts";

/** The n-grams of one order: `ids[list][position]`, equal n-grams with equal ids in 0..distinct - 1. */
export type NgramLevel = { ids: Int32Array[]; distinct: number };

/**
 * N-grams of order 1 to `maximumOrder` of several token lists, as ids shared by the lists; entry 0 is order 1. Lists
 * shorter than an order have none. Ids are interned from the pair (n-1)-gram, token, so no separator can be forged by a
 * hostile token.
 */
export function ngramLevels(lists: readonly (readonly string[])[], maximumOrder: number): NgramLevel[] {
  const tokens = tokenIds(lists);
  const levels: NgramLevel[] = maximumOrder >= 1 ? [tokens] : [];
  for (let order = 2; order <= maximumOrder; order += 1) {
    const shorter = levels[order - 2];
    if (shorter) levels.push(nextLevel(shorter, tokens, order));
  }
  return levels;
}

function nextLevel(shorter: NgramLevel, tokens: NgramLevel, order: number): NgramLevel {
  const known = new Map<number, number>();
  const ids = tokens.ids.map((list, which) => {
    const prefixes = shorter.ids[which] ?? list;
    const ngrams = new Int32Array(Math.max(0, list.length - order + 1));
    for (let position = 0; position < ngrams.length; position += 1) {
      const key = (prefixes[position] ?? 0) * tokens.distinct + (list[position + order - 1] ?? 0);
      let id = known.get(key);
      if (id === undefined) {
        id = known.size;
        known.set(key, id);
      }
      ngrams[position] = id;
    }
    return ngrams;
  });
  return { ids, distinct: known.size };
}
