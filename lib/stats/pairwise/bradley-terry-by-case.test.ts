import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/seeded-random.ts";
import { bradleyTerryByCase, type PairVote } from "./bradley-terry-by-case.ts";

/** Three models with log strengths 0, 0.5 and 1; each case is judged by `judges` that always agree. */
function simulate(cases: number, judges: number): PairVote[] {
  const random = seededRandom(17);
  return Array.from({ length: cases }, (_, index) => {
    const first = random.below(3);
    const second = (first + 1 + random.below(2)) % 3;
    const chance = 1 / (1 + Math.exp((second - first) / 2));
    const outcome = random.uint32() / 2 ** 32 < chance ? ("first" as const) : ("second" as const);
    return Array.from({ length: judges }, () => ({ caseKey: String(index), first, second, outcome }));
  }).flat();
}

describe("bradleyTerryByCase", () => {
  it("finds who is better, and is not surer because judges repeat each other", () => {
    const once = bradleyTerryByCase(simulate(600, 1), 3, { resamples: 200 });
    const thrice = bradleyTerryByCase(simulate(600, 3), 3, { resamples: 200 });
    if (once.kind !== "fitted" || thrice.kind !== "fitted") throw new Error("disconnected");
    expect(once.differences[0]).toMatchObject({ estimate: 0, standardError: 0 });
    expect(once.differences[2]?.percentile.lower).toBeGreaterThan(0);
    expect(thrice.logStrengths[2]).toBeCloseTo(once.logStrengths[2] ?? 0, 8);
    expect(thrice.differences[2]?.standardError).toBeCloseTo(once.differences[2]?.standardError ?? 0, 8);
  });

  it("says which models were never compared, and refuses impossible votes", () => {
    const vote = { caseKey: "a", first: 0, second: 1, outcome: "tie" as const };
    expect(bradleyTerryByCase([vote], 3)).toEqual({ kind: "disconnected", groups: [[0, 1], [2]] });
    expect(bradleyTerryByCase([vote], 2)).toMatchObject({ kind: "fitted", intervals: [null, null] });
    expect(() => bradleyTerryByCase([{ ...vote, second: 0 }], 3)).toThrow("models 0 and 0");
    expect(() => bradleyTerryByCase([{ ...vote, second: 3 }], 3)).toThrow("below 3");
  });
});
