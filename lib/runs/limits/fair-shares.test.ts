import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { adaptConcurrency } from "./adapt-concurrency.ts";
import { fairShares } from "./fair-shares.ts";
import { refillAllowance } from "./refill-allowance.ts";

const claim = (runId: string, wanted: number, weight = 1) => ({ runId, wanted, weight });

describe("fairShares", () => {
  it.each([
    ["one run takes all it wants", 8, [claim("a", 5)], [5]],
    ["and no more than the limit", 8, [claim("a", 50)], [8]],
    ["two hungry runs share", 9, [claim("a", 50), claim("b", 50)], [5, 4]],
    [
      "a small run is served whole before a large one gets more",
      10,
      [claim("a", 500), claim("b", 3)],
      [7, 3],
    ],
    [
      "a run with two workers gets no more than a run with one",
      8,
      [claim("a", 9), claim("a", 9), claim("b", 9)],
      [2, 2, 4],
    ],
    ["weights", 10, [claim("a", 50, 4), claim("b", 50, 1)], [8, 2]],
    ["nobody wants anything", 4, [claim("a", 0)], [0]],
    ["no limit left", 0, [claim("a", 5)], [0]],
    ["nobody", 4, [], []],
  ])("%s", (_name, limit, claimants, shares) => {
    expect(fairShares(limit, claimants)).toEqual(shares);
  });

  test("never more than the limit or than wanted, nothing left over, and nobody envies a run of the same weight", () => {
    const claimants = fc.array(
      fc.record({ runId: fc.constantFrom("a", "b", "c", "d"), wanted: fc.nat(40), weight: fc.constant(1) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.nat(60), claimants, (limit, all) => {
        const shares = fairShares(limit, all);
        const sum = shares.reduce((a, b) => a + b, 0);
        const wanted = all.reduce((total, one) => total + one.wanted, 0);
        expect(sum).toBe(Math.min(limit, wanted));
        for (const [i, share] of shares.entries()) expect(share).toBeLessThanOrEqual(all[i]?.wanted ?? 0);
        const ofRun = new Map<string, { got: number; wanted: number }>();
        for (const [i, one] of all.entries()) {
          const run = ofRun.get(one.runId) ?? { got: 0, wanted: 0 };
          ofRun.set(one.runId, { got: run.got + (shares[i] ?? 0), wanted: run.wanted + one.wanted });
        }
        for (const a of ofRun.values()) {
          for (const b of ofRun.values()) if (a.got < a.wanted) expect(b.got).toBeLessThanOrEqual(a.got + 1);
        }
      }),
    );
  });
});

describe("adaptConcurrency", () => {
  it.each([
    ["halved by a first 429", 50, { succeeded: 10, limited: 1, sinceLimitedMs: null }, 25],
    ["once for a burst", 25, { succeeded: 0, limited: 24, sinceLimitedMs: 300 }, 25],
    ["again for the next burst", 25, { succeeded: 0, limited: 3, sinceLimitedMs: 1_500 }, 12.5],
    ["never below one", 1, { succeeded: 0, limited: 3, sinceLimitedMs: 5_000 }, 1],
    ["one more for a whole round of good calls", 10, { succeeded: 10, limited: 0, sinceLimitedMs: 900 }, 11],
    ["never above the most", 49.9, { succeeded: 500, limited: 0, sinceLimitedMs: null }, 50],
    ["nothing to learn from silence", 7, { succeeded: 0, limited: 0, sinceLimitedMs: null }, 7],
    ["a lowered setting holds at once", 80, { succeeded: 0, limited: 0, sinceLimitedMs: null }, 50],
  ])("%s", (_name, limit, report, next) => {
    expect(adaptConcurrency(limit, 50, report)).toBe(next);
  });
});

describe("refillAllowance", () => {
  it.each([
    ["one a second", 0, 60, 1_000, 1],
    ["saves up to a twelfth of a minute", 0, 600, 600_000, 50],
    ["but one at least", 0, 1, 600_000, 1],
    ["pays back what was overdrawn", -30, 60, 10_000, -20],
    ["a clock that went back takes nothing", 3, 60, -5_000, 3],
  ])("%s", (_name, allowance, perMinute, elapsedMs, next) => {
    expect(refillAllowance(allowance, perMinute, elapsedMs)).toBe(next);
  });
});
