import fc from "fast-check";
import { expect, it } from "vitest";
import { seededRandom } from "./seeded-random.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 40 });

it("fills with the same numbers that it would draw one by one, and goes on from there", () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 2 ** 32 }), fc.nat(20), (seed, limit, size) => {
      const filled = new Uint32Array(size);
      const one = seededRandom(seed);
      const other = seededRandom(seed);
      one.fillBelow(filled, limit);
      expect([...filled]).toEqual(Array.from({ length: size }, () => other.below(limit)));
      expect(one.uint32()).toBe(other.uint32());
    }),
  );
});

it("draws every number of a range about equally often", () => {
  const drawn = new Uint32Array(60_000);
  seededRandom(9).fillBelow(drawn, 6);
  const counts = [0, 0, 0, 0, 0, 0];
  for (const value of drawn) counts[value] = (counts[value] ?? 0) + 1;
  // Four standard deviations of a count of 10,000.
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(4 * Math.sqrt((10_000 * 5) / 6));
  expect(() => seededRandom(9).fillBelow(drawn, 0)).toThrow(RangeError);
});
