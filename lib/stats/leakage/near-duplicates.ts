import { requireWithin } from "../guards/require-within.ts";
import { jaccard } from "./jaccard.ts";
import { minhash } from "./minhash.ts";
import { overlapTokens } from "./overlap-tokens.ts";
import { characterShingles, wordShingles } from "./shingles.ts";

const BANDS = 32;
const ROWS = 4;
const WORDS = 3;
const CHARACTERS = 5;
// Fewer word shingles than this say little; characters then decide.
const FEWEST_SHINGLES = 8;

/**
 * Groups of texts that are nearly the same, each group a list of positions in order; texts without a near-duplicate are left out.
 * Candidates come from MinHash in 32 bands of 4, which finds a pair of similarity 0.7 with chance 0.9998, and are confirmed by
 * their exact Jaccard similarity. Similarity is passed on: a like b and b like c put all three in one group. Use the groups as
 * clusters for error bars.
 *
 * Source: Broder 1997, On the resemblance and containment of documents.
 * @throws RangeError unless 0.5 <= threshold <= 1.
 */
export function nearDuplicates(texts: readonly string[], threshold = 0.7): number[][] {
  requireWithin(threshold, "threshold", 0.5, 1);
  const sets = texts.map(shinglesOf);
  const parents = texts.map((_, index) => index);
  joinEqual(sets, parents);
  const signatureOf = minhash(BANDS * ROWS);
  const signatures = sets.map((set, index) =>
    set.size > 0 && parents[index] === index ? signatureOf(set) : null,
  );
  for (let band = 0; band < BANDS; band += 1) {
    for (const bucket of bucketsOf(signatures, band)) joinSimilar(bucket, sets, parents, threshold);
  }
  const groups = Map.groupBy(texts.keys(), (index) => rootOf(parents, index));
  return [...groups.values()].filter((group) => group.length > 1);
}

function shinglesOf(text: string): Set<string> {
  const tokens = overlapTokens(text);
  const words = wordShingles(tokens, WORDS);
  return words.size >= FEWEST_SHINGLES ? words : characterShingles(tokens.join(" "), CHARACTERS);
}

/** Equal sets are joined first, so that a thousand copies do not become half a million candidate pairs. */
function joinEqual(sets: readonly ReadonlySet<string>[], parents: number[]): void {
  const firsts = new Map<string, number>();
  sets.forEach((set, index) => {
    if (set.size === 0) return;
    const key = [...set].sort().join("\n");
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, index);
    else parents[index] = first;
  });
}

function bucketsOf(signatures: readonly (Uint32Array | null)[], band: number): number[][] {
  const buckets = new Map<string, number[]>();
  signatures.forEach((signature, index) => {
    if (!signature) return;
    const key = signature.subarray(band * ROWS, (band + 1) * ROWS).join(",");
    const bucket = buckets.get(key);
    if (bucket) bucket.push(index);
    else buckets.set(key, [index]);
  });
  return [...buckets.values()].filter((bucket) => bucket.length > 1);
}

/** Texts join a group of their bucket by one similar member, so that a large group is not compared with every newcomer in full. */
function joinSimilar(
  bucket: readonly number[],
  sets: readonly ReadonlySet<string>[],
  parents: number[],
  threshold: number,
): void {
  let groups: number[][] = [];
  for (const text of bucket) {
    const similar = (member: number) =>
      rootOf(parents, member) === rootOf(parents, text) || isSimilar(sets[member], sets[text], threshold);
    const [home, ...others] = groups.filter((group) => group.some(similar));
    if (!home) {
      groups.push([text]);
      continue;
    }
    join(parents, home[0] ?? text, text);
    home.push(text);
    for (const other of others) {
      join(parents, text, other[0] ?? text);
      for (const member of other) home.push(member);
    }
    if (others.length > 0) groups = groups.filter((group) => !others.includes(group));
  }
}

function isSimilar(
  first: ReadonlySet<string> | undefined,
  second: ReadonlySet<string> | undefined,
  threshold: number,
): boolean {
  return first !== undefined && second !== undefined && (jaccard(first, second) ?? 0) >= threshold;
}

function join(parents: number[], one: number, other: number): void {
  const root = rootOf(parents, one);
  const otherRoot = rootOf(parents, other);
  parents[Math.max(root, otherRoot)] = Math.min(root, otherRoot);
}

function rootOf(parents: number[], index: number): number {
  let root = index;
  while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
  parents[index] = root;
  return root;
}
