import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";
import { seededRandom } from "../random/seeded-random.ts";

/** A function that gives a set its MinHash signature of `size` numbers; the same seed gives the same signatures. */
export function minhash(size: number, seed = 1): (shingles: ReadonlySet<string>) => Uint32Array {
  requireCount(size, "size", 1);
  const random = seededRandom(seed);
  const salts = Uint32Array.from({ length: size }, () => random.uint32());
  return (shingles) => {
    const signature = new Uint32Array(size).fill(0xffffffff);
    for (const shingle of shingles) {
      const hash = textHash(shingle);
      for (let index = 0; index < size; index += 1) {
        const mixed = mix(hash ^ (salts[index] ?? 0));
        if (mixed < (signature[index] ?? 0)) signature[index] = mixed;
      }
    }
    return signature;
  };
}

/** Share of equal entries: an estimate of the Jaccard similarity of the two sets. @throws RangeError for other lengths. */
export function signatureSimilarity(first: Uint32Array, second: Uint32Array): number {
  if (first.length !== second.length || first.length === 0) {
    throw new RangeError(
      `The signatures have ${first.length} and ${second.length} entries; they need the same number.`,
    );
  }
  let equal = 0;
  for (let index = 0; index < first.length; index += 1) if (first[index] === second[index]) equal += 1;
  return equal / first.length;
}

/**
 * Standard error of that estimate at similarity s with a signature of k entries: √(s(1 - s)/k).
 *
 * @throws RangeError unless 0 <= similarity <= 1 and size is at least 1.
 */
export function minhashStandardError(similarity: number, size: number): number {
  requireWithin(similarity, "similarity", 0, 1);
  requireCount(size, "size", 1);
  return Math.sqrt((similarity * (1 - similarity)) / size);
}

/**
 * Chance that two sets of similarity s become candidates when signatures are cut into `bands` bands of `rows` entries:
 * 1 - (1 - s^rows)^bands.
 *
 * Source: Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, chapter 3.
 * @throws RangeError unless 0 <= similarity <= 1 and both counts are at least 1.
 */
export function candidateProbability({
  similarity,
  bands,
  rows,
}: {
  similarity: number;
  bands: number;
  rows: number;
}): number {
  requireWithin(similarity, "similarity", 0, 1);
  requireCount(bands, "bands", 1);
  requireCount(rows, "rows", 1);
  return 1 - (1 - similarity ** rows) ** bands;
}

/** FNV-1a over UTF-16 units. */
function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** The final mixing of MurmurHash3: a permutation of the 32-bit numbers, so that salts give independent orders. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
