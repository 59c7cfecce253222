import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";

export type SeededRandom = {
  /** A whole number in 0..2^32 - 1. */
  uint32: () => number;
  /** A whole number in 0..limit - 1 without modulo bias, for 1 <= limit <= 2^32. */
  below: (limit: number) => number;
};

/**
 * A repeatable stream of random numbers: the same seed gives the same stream on every machine, so that a stored seed
 * makes a stored result checkable.
 *
 * Source: xoshiro128**, Blackman & Vigna 2021, seeded through SplitMix32.
 * @throws RangeError when the seed is not a count.
 */
export function seededRandom(seed: number): SeededRandom {
  requireCount(seed, "seed");
  const nextSeed = splitMix32((seed ^ Math.floor(seed / 2 ** 32)) >>> 0);
  let a = nextSeed();
  let b = nextSeed();
  let c = nextSeed();
  let d = nextSeed();
  const uint32 = () => {
    const scrambled = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return scrambled;
  };
  // NaN equals nothing, so that the first limit is always checked.
  let lastLimit = Number.NaN;
  let bucket = 0;
  let fair = 0;
  const below = (limit: number) => {
    // Callers draw from one range many times; the checks would cost more than the draw.
    if (limit !== lastLimit) {
      requireWithin(limit, "limit", 1, 2 ** 32);
      requireCount(limit, "limit");
      bucket = Math.floor(2 ** 32 / limit);
      fair = bucket * limit;
      lastLimit = limit;
    }
    let value = uint32();
    while (value >= fair) value = uint32();
    return Math.floor(value / bucket);
  };
  return { uint32, below };
}

function splitMix32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
