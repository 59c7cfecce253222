import { tokenIds } from "../tokenise/token-ids.ts";
import { matchMasks } from "./bit-parallel-lcs.ts";

// 16 billion character pairs, at 32 a step: a few seconds.
const LARGEST_PRODUCT = 16e9;

/**
 * Levenshtein distance in Unicode code points (not UTF-16 units, so an emoji is one edit): the fewest insertions,
 * deletions and substitutions that turn one text into the other.
 *
 * Source: Myers 1999, JACM 46:395, in the block form of Hyyrö 2003.
 * @throws RangeError when, without a common beginning and end, the product of the lengths exceeds 16 billion.
 */
export function levenshteinDistance(first: string, second: string): number {
  if (first === second) return 0;
  return editDistance([...first], [...second]);
}

/** 1 - distance / length of the longer text, in 0..1; 1 for two empty texts. The limits are those of the distance. */
export function levenshteinSimilarity(first: string, second: string): number {
  const left = [...first];
  const right = [...second];
  const longer = Math.max(left.length, right.length);
  return longer === 0 ? 1 : 1 - editDistance(left, right) / longer;
}

/** Levenshtein distance of two token lists. @throws RangeError as levenshteinDistance. */
export function editDistance(first: readonly string[], second: readonly string[]): number {
  let start = 0;
  const shorter = Math.min(first.length, second.length);
  while (start < shorter && first[start] === second[start]) start += 1;
  let end = 0;
  while (end < shorter - start && first.at(-1 - end) === second.at(-1 - end)) end += 1;
  const left = first.slice(start, first.length - end);
  const right = second.slice(start, second.length - end);
  if (left.length === 0 || right.length === 0) return Math.max(left.length, right.length);
  if (left.length * right.length > LARGEST_PRODUCT) {
    throw new RangeError(`Texts of ${first.length} and ${second.length} characters are too long to compare.`);
  }
  const { ids, distinct } = tokenIds([left, right]);
  const [rows, columns] = ids;
  return rows && columns ? bitParallelDistance(rows, columns, distinct) : 0;
}

function bitParallelDistance(rows: Int32Array, columns: Int32Array, distinct: number): number {
  const words = (rows.length + 31) >>> 5;
  const masks = matchMasks(rows, distinct);
  const none = new Uint32Array(words);
  const increases = new Uint32Array(words).fill(0xffffffff);
  const decreases = new Uint32Array(words);
  const lastBit = 1 << ((rows.length - 1) & 31);
  let distance = rows.length;
  for (let column = 0; column < columns.length; column += 1) {
    const matches = masks[columns[column] ?? 0] ?? none;
    let addCarry = 0;
    // The row above the first grows by one per column.
    let increaseCarry = 1;
    let decreaseCarry = 0;
    for (let word = 0; word < words; word += 1) {
      const up = increases[word] ?? 0;
      const down = decreases[word] ?? 0;
      const match = matches[word] ?? 0;
      const sum = ((match & up) >>> 0) + up + addCarry;
      addCarry = sum > 0xffffffff ? 1 : 0;
      const diagonal = (sum ^ up) | match | down;
      let right = down | ~(diagonal | up);
      let left = up & diagonal;
      if (word === words - 1) {
        if (right & lastBit) distance += 1;
        else if (left & lastBit) distance -= 1;
      }
      const nextIncrease = right >>> 31;
      const nextDecrease = left >>> 31;
      right = (right << 1) | increaseCarry;
      left = (left << 1) | decreaseCarry;
      increaseCarry = nextIncrease;
      decreaseCarry = nextDecrease;
      increases[word] = left | ~(diagonal | right);
      decreases[word] = right & diagonal;
    }
  }
  return distance;
}
