import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clopperPearsonInterval } from "../intervals/clopper-pearson.ts";
import { casesAgainstBar } from "./cases-against-bar.ts";

describe("cases that settle a bar", () => {
  it("are those that the rule of three asks for where nothing failed", () => {
    // 0.025^(1/n) >= 0.93, and one case less does not do.
    expect(casesAgainstBar({ rate: 1, bar: 0.93 })).toBe(51);
    expect(0.025 ** (1 / 51)).toBeGreaterThanOrEqual(0.93);
    expect(0.025 ** (1 / 50)).toBeLessThan(0.93);
  });

  it("settle it, and one case fewer does not", () => {
    const rates = fc.record({
      rate: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      bar: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
    });
    fc.assert(
      fc.property(rates, ({ rate, bar }) => {
        fc.pre(Math.abs(rate - bar) > 0.01);
        const total = casesAgainstBar({ rate, bar }) ?? Number.NaN;
        const settled = (n: number) => {
          const limits = clopperPearsonInterval({ successes: rate * n, total: n });
          return rate > bar ? (limits?.lower ?? 0) >= bar : (limits?.upper ?? 1) < bar;
        };
        expect(settled(total)).toBe(true);
        if (total > 1) expect(settled(total - 1)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it("do not exist at the bar, and grow towards it", () => {
    expect(casesAgainstBar({ rate: 0.93, bar: 0.93 })).toBeNull();
    expect(casesAgainstBar({ rate: 0.5, bar: 0.5 + 1e-9 })).toBeNull();
    expect(casesAgainstBar({ rate: 1, bar: 1 })).toBeNull();
    const far = casesAgainstBar({ rate: 0.98, bar: 0.93 }) ?? 0;
    expect(casesAgainstBar({ rate: 0.95, bar: 0.93 })).toBeGreaterThan(far);
    expect(() => casesAgainstBar({ rate: 2, bar: 0.5 })).toThrow(RangeError);
  });
});
