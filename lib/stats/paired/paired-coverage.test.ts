import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logGamma } from "../distributions/log-gamma.ts";
import { bonettPriceInterval } from "./bonett-price.ts";
import { mcnemar } from "./mcnemar.ts";
import { newcombePairedInterval } from "./newcombe-paired.ts";
import { tangoInterval } from "./tango.ts";

const TOTAL = 40;
const choose = (n: number, k: number) => Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1));

/** Exact chance of an event over all tables of 40 cases, where a case changes up or down with these chances. */
function chanceOf(
  up: number,
  down: number,
  happens: (onlyFirst: number, onlySecond: number) => boolean,
): number {
  let sum = 0;
  for (let b = 0; b <= TOTAL; b += 1) {
    for (let c = 0; b + c <= TOTAL; c += 1) {
      const chance =
        choose(TOTAL, b) * choose(TOTAL - b, c) * up ** b * down ** c * (1 - up - down) ** (TOTAL - b - c);
      if (chance > 1e-12 && happens(b, c)) sum += chance;
    }
  }
  return sum;
}

const holds = (limits: { lower: number; upper: number } | null, truth: number) =>
  limits !== null && limits.lower <= truth + 1e-12 && truth <= limits.upper + 1e-12;

describe.each([
  { up: 0.1, down: 0.1 },
  { up: 0.02, down: 0.02 },
  { up: 0.2, down: 0.05 },
  { up: 0.05, down: 0.3 },
  { up: 0.4, down: 0.4 },
])("with 40 cases that change with chances $up and $down", ({ up, down }) => {
  it("Tango's interval covers the difference in about 95 %", () => {
    const coverage = chanceOf(up, down, (onlyFirst, onlySecond) =>
      holds(tangoInterval({ onlyFirst, onlySecond, total: TOTAL }), up - down),
    );
    expect(coverage).toBeGreaterThan(0.93);
  });

  it("Bonett and Price's interval covers it in about 95 %", () => {
    const coverage = chanceOf(up, down, (onlyFirst, onlySecond) =>
      holds(bonettPriceInterval({ onlyFirst, onlySecond, total: TOTAL }), up - down),
    );
    expect(coverage).toBeGreaterThan(0.93);
  });
});

describe("McNemar's test", () => {
  it.each([0.02, 0.1, 0.25, 0.5])(
    "finds a change that is not there in at most about 5 %% where cases change with chance %s",
    (chance) => {
      const alarm = (which: "midP" | "exact") =>
        chanceOf(
          chance / 2,
          chance / 2,
          (onlyFirst, onlySecond) => mcnemar({ onlyFirst, onlySecond })[which] <= 0.05,
        );
      expect(alarm("exact")).toBeLessThanOrEqual(0.05);
      // The mid-p test may exceed its level by a little: 0.0533 at most over all tables, by its authors.
      expect(alarm("midP")).toBeLessThanOrEqual(0.0534);
      expect(alarm("midP")).toBeGreaterThanOrEqual(alarm("exact"));
    },
  );
});

describe("intervals of a paired difference", () => {
  const counts = fc.tuple(fc.nat(30), fc.nat(30), fc.integer({ min: 1, max: 60 }));

  it("move up with every case won, and change sign with the order of the runs", () => {
    fc.assert(
      fc.property(counts, ([onlyFirst, onlySecond, neither]) => {
        const total = onlyFirst + onlySecond + neither;
        const one = tangoInterval({ onlyFirst, onlySecond, total });
        const more = tangoInterval({ onlyFirst: onlyFirst + 1, onlySecond, total });
        expect(more.lower).toBeGreaterThan(one.lower - 1e-12);
        expect(more.upper).toBeGreaterThan(one.upper - 1e-12);
        const newcombe = newcombePairedInterval({ both: 3, onlyFirst, onlySecond, neither });
        const turned = newcombePairedInterval({
          both: 3,
          onlyFirst: onlySecond,
          onlySecond: onlyFirst,
          neither,
        });
        expect(turned?.lower ?? 9).toBeCloseTo(-(newcombe?.upper ?? 9), 10);
      }),
    );
  });

  it("get narrower with more cases of the same kind", () => {
    fc.assert(
      fc.property(counts, ([onlyFirst, onlySecond, neither]) => {
        const width = (times: number) => {
          const total = times * (onlyFirst + onlySecond + neither);
          const { lower, upper } = tangoInterval({
            onlyFirst: times * onlyFirst,
            onlySecond: times * onlySecond,
            total,
          });
          return upper - lower;
        };
        expect(width(4)).toBeLessThan(width(1));
      }),
    );
  });
});
