import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { clusteredIntervalCr2 } from "../error-bars/clustered-interval-cr2.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { pairedDifference } from "./paired-difference.ts";
import { pairedMean } from "./paired-mean.ts";
import { pairedRatio } from "./paired-ratio.ts";

const random = seededRandom(5);
const uniform = () => (random.uint32() + 0.5) / 2 ** 32;
const normal = () => normalQuantile(uniform());
const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 40 });

describe("pairedMean", () => {
  it("without clusters is the paired t interval", () => {
    const first = Array.from({ length: 30 }, () => normal());
    const second = first.map((value) => value + 0.2 + normal());
    const mean = pairedMean(second.map((value, index) => value - (first[index] ?? 0)));
    const reference = pairedDifference(second, first);
    for (const name of ["difference", "lower", "upper", "pValue"] as const) {
      expect(mean?.[name]).toBeCloseTo(reference?.[name] ?? Number.NaN, 10);
    }
  });

  it("with clusters is CR2", () => {
    const differences = Array.from({ length: 60 }, (_, index) => (index % 7) / 7 + normal());
    const clusters = Int32Array.from(differences, (_, index) => index % 25);
    const reference = clusteredIntervalCr2(differences, Array.from(clusters, String));
    const mean = pairedMean(differences, clusters);
    expect(mean?.units).toBe(25);
    expect(mean?.lower).toBeCloseTo(reference?.lower ?? Number.NaN, 10);
    expect(mean?.upper).toBeCloseTo(reference?.upper ?? Number.NaN, 10);
  });

  it("with few units every pattern of signs is tried", () => {
    expect(pairedMean([1, 2, 3, 4, 5])?.pValue).toBe(2 / 32);
    expect(pairedMean([0.5, 0.5, 0.5])).toMatchObject({
      difference: 0.5,
      lower: 0.5,
      upper: 0.5,
      pValue: 2 / 8,
    });
  });

  it("where all of very many differ by the same amount, the signs say it at once", () => {
    const mean = pairedMean(new Float64Array(100_000).fill(0.25));
    expect(mean).toMatchObject({ difference: 0.25, lower: 0.25, upper: 0.25, pValue: 0 });
    expect(pairedMean(new Float64Array(100).fill(0.25))?.pValue).toBe(2 ** -99);
    expect(pairedMean(new Float64Array(100))).toMatchObject({ difference: 0, pValue: 1 });
  });

  it("needs two independent units", () => {
    expect(pairedMean([])).toBeNull();
    expect(pairedMean([1])).toBeNull();
    expect(pairedMean([1, 2, 3], Int32Array.from([4, 4, 4]))).toBeNull();
  });

  it("turns its sign when the runs change places, and does not depend on the order of the cases", () => {
    fc.assert(
      fc.property(values, (differences) => {
        const mean = pairedMean(differences);
        const turned = pairedMean(differences.map((value) => -value));
        const reversed = pairedMean(differences.toReversed());
        expect(turned?.lower).toBeCloseTo(-(mean?.upper ?? 0), 9);
        expect(turned?.pValue).toBeCloseTo(mean?.pValue ?? 0, 9);
        expect(reversed?.upper).toBeCloseTo(mean?.upper ?? 0, 9);
      }),
    );
  });
});

describe("pairedRatio", () => {
  it("is the reciprocal when the runs change places, and the same in any unit", () => {
    fc.assert(
      fc.property(values, (logs) => {
        const ratio = pairedRatio(logs);
        const turned = pairedRatio(logs.map((value) => -value));
        expect((turned?.ratio ?? 0) * (ratio?.ratio ?? 0)).toBeCloseTo(1, 8);
        expect((turned?.lower ?? 0) * (ratio?.upper ?? 0)).toBeCloseTo(1, 8);
      }),
    );
  });

  it.each([
    { n: 25, sd: 0.6, shift: Math.log(0.8) },
    { n: 60, sd: 0.3, shift: 0 },
    { n: 200, sd: 1, shift: Math.log(1.3) },
  ])("covers the true ratio of $n log-normal latencies in about 95 %", ({ n, sd, shift }) => {
    const trials = 1_500;
    let covered = 0;
    let alarms = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const logs = Array.from({ length: n }, () => shift + sd * normal());
      const ratio = pairedRatio(logs);
      if (ratio === null) continue;
      if (ratio.lower <= Math.exp(shift) && Math.exp(shift) <= ratio.upper) covered += 1;
      if (ratio.pValue <= 0.05) alarms += 1;
    }
    // Four standard errors of a simulation of so many trials around 95 %.
    expect(covered / trials).toBeGreaterThan(0.927);
    expect(covered / trials).toBeLessThan(0.973);
    if (shift === 0) expect(alarms / trials).toBeLessThan(0.073);
  });

  it("covers it as well where latencies have a long tail in a few cases", () => {
    const trials = 1_500;
    let covered = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const slow = () => (uniform() < 0.05 ? 2 * uniform() : 0);
      const logs = Array.from({ length: 100 }, () => 0.3 * normal() + slow() - slow());
      const ratio = pairedRatio(logs);
      if (ratio !== null && ratio.lower <= 1 && ratio.upper >= 1) covered += 1;
    }
    expect(covered / trials).toBeGreaterThan(0.925);
  });
});
