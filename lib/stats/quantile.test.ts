import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mean } from "./mean.ts";
import { quantile } from "./quantile.ts";

const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 40 });

describe("quantile", () => {
  it.each([
    { list: [3, 1, 2], p: 0.5, expected: 2 },
    { list: [1, 2], p: 0.25, expected: 1.25 },
    { list: [7], p: 0.95, expected: 7 },
    { list: [10, 2, 1], p: 1, expected: 10 },
    { list: [-1.7e308, 1.7e308], p: 0.5, expected: 0 },
  ])("$p of $list is $expected", ({ list, p, expected }) => {
    expect(quantile(list, p)).toBeCloseTo(expected, 12);
  });

  it("lies between the extremes, grows with p and leaves the input alone", () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
        const before = [...list];
        const middle = quantile(list, p) ?? Number.NaN;
        expect(middle).toBeGreaterThanOrEqual(quantile(list, 0) ?? Number.NaN);
        expect(middle).toBeLessThanOrEqual(quantile(list, 1) ?? Number.NaN);
        expect(list).toEqual(before);
      }),
    );
  });

  it("is null without values and refuses NaN and levels outside 0..1", () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 1.1)).toThrow(RangeError);
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
  });
});

describe("mean", () => {
  it.each([
    { list: [1, 2, 6], expected: 3 },
    { list: [1.7e308, 1.7e308], expected: 1.7e308 },
    { list: [], expected: null },
  ])("of $list is $expected", ({ list, expected }) => {
    expect(mean(list)).toBe(expected);
  });

  it("refuses values that are not finite", () => {
    expect(() => mean([1, Number.NaN])).toThrow("values[1] is NaN");
    expect(() => mean([Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });
});
