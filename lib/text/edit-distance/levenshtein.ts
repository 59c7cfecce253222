import { codeUnitIds } from "../tokenise/code-unit-ids.ts";
import { tokenIds } from "../tokenise/token-ids.ts";
import { bitParallelDistance } from "./bit-parallel-distance.ts";

// 16 billion character pairs, at 32 a step: a few seconds.
const LARGEST_PRODUCT = 16e9;
const SURROGATE = /[\ud800-\udfff]/;

/**
 * Levenshtein distance in Unicode code points (not UTF-16 units, so an emoji is one edit): the fewest insertions,
 * deletions and substitutions that turn one text into the other.
 *
 * Source: Myers 1999, JACM 46:395, in the block form of Hyyrö 2003.
 * @throws RangeError when, without a common beginning and end, the product of the lengths exceeds 16 billion.
 */
export function levenshteinDistance(first: string, second: string): number {
  if (first === second) return 0;
  if (SURROGATE.test(first) || SURROGATE.test(second)) return editDistance([...first], [...second]);
  return unitDistance(first, second);
}

/** 1 - distance / length of the longer text, in 0..1; 1 for two empty texts. The limits are those of the distance. */
export function levenshteinSimilarity(first: string, second: string): number {
  if (first === second) return 1;
  if (SURROGATE.test(first) || SURROGATE.test(second)) {
    const left = [...first];
    const right = [...second];
    return 1 - editDistance(left, right) / Math.max(left.length, right.length);
  }
  return 1 - unitDistance(first, second) / Math.max(first.length, second.length);
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
  requireComparable(left.length, right.length);
  const { ids, distinct } = tokenIds([left, right]);
  const [rows, columns] = ids;
  return rows && columns ? bitParallelDistance(rows, columns, distinct) : 0;
}

/** For texts in which every UTF-16 unit is a code point: three times as quick as by tokens. */
function unitDistance(first: string, second: string): number {
  const shorter = Math.min(first.length, second.length);
  let start = 0;
  while (start < shorter && first.charCodeAt(start) === second.charCodeAt(start)) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    first.charCodeAt(first.length - 1 - end) === second.charCodeAt(second.length - 1 - end)
  ) {
    end += 1;
  }
  const left = first.slice(start, first.length - end);
  const right = second.slice(start, second.length - end);
  if (left.length === 0 || right.length === 0) return Math.max(left.length, right.length);
  requireComparable(left.length, right.length);
  const { rows, columns, distinct } = codeUnitIds(left, right);
  return bitParallelDistance(rows, columns, distinct);
}

function requireComparable(first: number, second: number): void {
  if (first * second > LARGEST_PRODUCT) {
    throw new RangeError(`Texts of ${first} and ${second} characters are too long to compare.`);
  }
}
