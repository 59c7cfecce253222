import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusteredRateInterval } from "../intervals/clustered-rate.ts";
import { pairedDifference } from "../paired/paired-difference.ts";
import { type SeededRandom, seededRandom } from "../random/seeded-random.ts";
import { clusteredIntervalCr1 } from "./clustered-interval-cr1.ts";
import { clusteredIntervalCr2 } from "./clustered-interval-cr2.ts";
import { tInterval } from "./t-interval.ts";

const TRIALS = 1_500;
const uniform = (random: SeededRandom) => random.uint32() / 2 ** 32;
const holds = (interval: { lower: number; upper: number } | null, truth: number) =>
  interval !== null && interval.lower <= truth && truth <= interval.upper;

function coverage(seed: number, covered: (random: SeededRandom) => boolean): number {
  const random = seededRandom(seed);
  let count = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) if (covered(random)) count += 1;
  return count / TRIALS;
}

/** Clusters of unequal size whose members share half of their variance; the true mean is 0.5. */
function clusteredScores(random: SeededRandom, clusters: number) {
  const scores: number[] = [];
  const names: string[] = [];
  for (let cluster = 0; cluster < clusters; cluster += 1) {
    const level = uniform(random);
    const size = 1 + random.below(6);
    for (let member = 0; member < size; member += 1) {
      scores.push((level + uniform(random)) / 2);
      names.push(String(cluster));
    }
  }
  return { scores, names };
}

describe("95 % intervals of a mean", () => {
  it("cover it in 94 to 96 % of samples of 15", () => {
    const share = coverage(1, (random) =>
      holds(tInterval(Array.from({ length: 15 }, () => uniform(random))), 0.5),
    );
    expect(share).toBeGreaterThan(0.935);
    expect(share).toBeLessThan(0.965);
  });

  it("cover it with 12 clusters by CR2, and hardly in nine of ten samples when clusters are ignored", () => {
    const sample = (random: SeededRandom) => clusteredScores(random, 12);
    const cr2 = coverage(2, (random) => {
      const { scores, names } = sample(random);
      return holds(clusteredIntervalCr2(scores, names), 0.5);
    });
    const ignoring = coverage(2, (random) => holds(tInterval(sample(random).scores), 0.5));
    expect(cr2).toBeGreaterThan(0.93);
    expect(cr2).toBeLessThan(0.975);
    expect(ignoring).toBeLessThan(0.9);
  });

  it("cover a paired difference of three attempts a case by case means", () => {
    const share = coverage(3, (random) => {
      const meanOf = (ease: number) => [0, 1, 2].filter(() => uniform(random) < ease).length / 3;
      const cases = Array.from({ length: 40 }, () => uniform(random));
      // The second run passes a tenth less often, in proportion: 0.5 against 0.45.
      const first = cases.map(meanOf);
      const second = cases.map((ease) => meanOf(0.9 * ease));
      return holds(pairedDifference(first, second), 0.05);
    });
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  });

  it("cover a rate near 1 over clusters by Wilson at the effective size", () => {
    const share = coverage(4, (random) => {
      const groups = Array.from({ length: 25 }, () => {
        const ease = random.below(10) === 0 ? 0.5 : 0.99;
        return { size: 4, successes: [0, 1, 2, 3].filter(() => uniform(random) < ease).length, clusters: 1 };
      });
      return holds(clusteredRateInterval(groups), 0.941);
    });
    expect(share).toBeGreaterThan(0.92);
  });
});

describe("error bars", () => {
  const rows = fc.array(
    fc.record({
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      cluster: fc.constantFrom("a", "b", "c", "d"),
    }),
    {
      minLength: 2,
      maxLength: 30,
    },
  );

  it("do not mind the order of cases or the names of clusters", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const scores = list.map((row) => row.score);
        const names = list.map((row) => row.cluster);
        for (const interval of [clusteredIntervalCr1, clusteredIntervalCr2]) {
          const one = interval(scores, names);
          const other = interval(scores.toReversed(), names.map((name) => `cluster ${name}`).toReversed());
          expect(other?.standardError ?? 9).toBeCloseTo(one?.standardError ?? 9, 10);
          expect(other?.lower ?? 9).toBeCloseTo(one?.lower ?? 9, 8);
        }
      }),
    );
  });

  it("of single-case clusters are those of the cases, and move and stretch with the scores", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const scores = list.map((row) => row.score);
        const plain = tInterval(scores);
        const single = clusteredIntervalCr2(
          scores,
          scores.map((_, index) => String(index)),
        );
        expect(single?.standardError ?? 9).toBeCloseTo(plain?.standardError ?? 9, 10);
        expect(single?.degreesOfFreedom ?? 9).toBeCloseTo(plain?.degreesOfFreedom ?? 9, 6);
        const moved = tInterval(scores.map((score) => 3 - 2 * score));
        expect(moved?.lower ?? 9).toBeCloseTo(3 - 2 * (plain?.upper ?? 9), 8);
      }),
    );
  });
});
