import { describe, expect, it } from "vitest";
import { mcnemar } from "../paired/mcnemar.ts";
import { pairedDifference } from "../paired/paired-difference.ts";
import { type SeededRandom, seededRandom } from "../random/seeded-random.ts";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";

const TRIALS = 2_000;
const SLICES = 20;
const CASES = 60;

/** Two runs of one model on a slice: cases differ in difficulty, and an attempt that may fail does so in either run. */
function sliceOfTwoEqualRuns(random: SeededRandom): { onlyFirst: number; onlySecond: number } {
  let onlyFirst = 0;
  let onlySecond = 0;
  for (let index = 0; index < CASES; index += 1) {
    // 70 % of cases always pass; the others pass half of the time.
    if (random.below(10) < 7) continue;
    const outcome = random.below(4);
    if (outcome === 1) onlyFirst += 1;
    if (outcome === 2) onlySecond += 1;
  }
  return { onlyFirst, onlySecond };
}

describe("a comparison of a run with its own repetition over 20 slices", () => {
  it("shows a false regression in at most 5 % of trials with the correction, and in far more without", () => {
    const random = seededRandom(2026);
    let falseRegressions = 0;
    let uncorrected = 0;
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const slices = Array.from({ length: SLICES }, () => sliceOfTwoEqualRuns(random));
      const pValues = slices.map((slice) => mcnemar(slice).midP);
      const adjusted = benjaminiHochberg(pValues);
      const worse = ({ onlyFirst, onlySecond }: { onlyFirst: number; onlySecond: number }) =>
        onlyFirst > onlySecond;
      if (slices.some((slice, index) => worse(slice) && (adjusted[index] ?? 1) <= 0.05))
        falseRegressions += 1;
      if (slices.some((slice, index) => worse(slice) && (pValues[index] ?? 1) <= 0.05)) uncorrected += 1;
    }
    expect(falseRegressions / TRIALS).toBeLessThanOrEqual(0.05);
    expect(uncorrected / TRIALS).toBeGreaterThan(0.25);
  });

  it("shows a false change of graded scores in at most 5 % of trials", () => {
    const random = seededRandom(7);
    const score = () => random.uint32() / 2 ** 32;
    let falseChanges = 0;
    const trials = 400;
    for (let trial = 0; trial < trials; trial += 1) {
      const pValues = Array.from({ length: SLICES }, () => {
        const first = Array.from({ length: 25 }, score);
        return pairedDifference(first, Array.from({ length: 25 }, score))?.pValue ?? 1;
      });
      if (benjaminiHochberg(pValues).some((pValue) => pValue <= 0.05)) falseChanges += 1;
    }
    // Three standard errors above 5 %.
    expect(falseChanges / trials).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / trials));
  });
});
