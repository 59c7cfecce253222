import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceWords, formatP } from "./difference-words.ts";
import { pairedDifference } from "./paired-difference.ts";

const names = { baseline: "run 1", candidate: "run 2" };
const counts = (fixed: number, broken: number, both_pass: number, both_fail = 0) => ({
  fixed,
  broken,
  both_pass,
  both_fail,
});

test("no pair gives no difference", () => {
  expect(pairedDifference(counts(0, 0, 0))).toBeNull();
  expect(differenceWords(null, names, { withheld: false }).headline).toBe("Nothing to compare");
});

// Tango's intervals for (40, 20, 160) and (0, 0, 50) are reference rows of the statistics.
test.each([
  [counts(40, 20, 60, 40), "better", "Better by 12.5 points [3.1, 21.8]"],
  [counts(20, 40, 60, 40), "worse", "Worse by 12.5 points [3.1, 21.8]"],
  [counts(0, 0, 50), "unclear", "Cannot tell: 0.0 points [\u22127.1, 7.1]"],
  [counts(3, 2, 40, 5), "unclear", "Cannot tell: +2.0 points [\u22128.6, 13.0]"],
])("%j reads as %s: %s", (pairs, direction, headline) => {
  const difference = pairedDifference(pairs);
  expect(difference?.direction).toBe(direction);
  expect(differenceWords(difference, names, { withheld: false })).toMatchObject({
    tone: direction,
    headline,
  });
});

test("a withheld verdict keeps the number and claims nothing", () => {
  const words = differenceWords(pairedDifference(counts(40, 20, 60, 40)), names, { withheld: true });
  expect(words.tone).toBe("unclear");
  expect(words.headline).toBe("No verdict: measured difference +12.5 points [3.1, 21.8]");
  expect(words.detail).not.toMatch(/passes (more|fewer)/);
});

test.each([
  [0, "< 0.001"],
  [0.0004, "< 0.001"],
  [0.0123, "= 0.012"],
  [0.5, "= 0.50"],
])("p of %d reads %s", (p, text) => expect(formatP(p)).toBe(text));

test("is the difference of the two rates, lies in its interval, and mirrors when the runs are swapped", () => {
  const count = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(count, count, count, count, (fixed, broken, pass, fail) => {
      const one = pairedDifference(counts(fixed, broken, pass, fail));
      if (one === null) return fixed + broken + pass + fail === 0;
      const other = pairedDifference(counts(broken, fixed, pass, fail));
      expect(one.difference).toBeCloseTo(one.candidate.estimate - one.baseline.estimate, 12);
      expect(one.lower).toBeLessThanOrEqual(one.difference);
      expect(one.upper).toBeGreaterThanOrEqual(one.difference);
      expect(other?.lower).toBeCloseTo(-one.upper, 6);
      expect(other?.midP).toBeCloseTo(one.midP, 12);
      return one.n === fixed + broken + pass + fail;
    }),
    { numRuns: 200 },
  );
});
