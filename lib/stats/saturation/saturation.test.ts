import { describe, expect, it } from "vitest";
import { wilsonInterval } from "../intervals/wilson.ts";
import { overfitChange } from "../overfit/overfit-change.ts";
import { overfitGap } from "../overfit/overfit-gap.ts";
import { gainNearCeiling } from "./gain-near-ceiling.ts";
import { repeatSignal } from "./repeat-signal.ts";
import { saturationHeadroom } from "./saturation-headroom.ts";
import { saturationIndex } from "./saturation-index.ts";
import { stepsLeft } from "./steps-left.ts";
import { suiteSignal } from "./suite-signal.ts";
import { suiteState } from "./suite-state.ts";

function stateOf(passes: number, total: number, ceiling = 1, index: number | null = null) {
  const rate = wilsonInterval({ successes: passes, total });
  const left = stepsLeft({ best: passes / total, cases: total, ceiling });
  return suiteState({ rates: rate ? [rate] : [], left, ceiling, index });
}

describe("suiteState", () => {
  it.each([
    { passes: 2, total: 200, state: "floor" },
    { passes: 80, total: 200, state: "frontier" },
    { passes: 140, total: 200, state: "working" },
    { passes: 88, total: 100, state: "saturating" },
    { passes: 195, total: 200, state: "saturated" },
  ])("calls $passes of $total $state", ({ passes, total, state }) => {
    expect(stateOf(passes, total)).toBe(state);
  });

  it("sees wrong labels and models that lie together", () => {
    expect(stateOf(188, 200, 0.95)).toBe("saturated");
    expect(stateOf(140, 200, 1, 0.8)).toBe("saturating");
    expect(
      suiteState({ rates: [], left: stepsLeft({ best: 0, cases: 1, ceiling: 1 }), ceiling: 1, index: null }),
    ).toBeNull();
  });
});

describe("stepsLeft", () => {
  it("counts exactly six fixable failures as enough, in spite of rounding", () => {
    expect(stepsLeft({ best: 0.94, cases: 200, ceiling: 0.97 }).improvementDetectable).toBe(true);
    expect(stepsLeft({ best: 0.945, cases: 200, ceiling: 0.97 }).improvementDetectable).toBe(false);
  });

  it("has no number of steps where the rate leaves no room for noise", () => {
    expect(stepsLeft({ best: 1, cases: 10, ceiling: 1 }).steps).toBeNull();
  });
});

describe("figures that may not exist", () => {
  it("are null", () => {
    expect(saturationHeadroom({ passes: 0, total: 0, labelError: 0 })).toBeNull();
    expect(saturationIndex([0.5, 0.6], 100)).toBeNull();
    expect(suiteSignal([0.5], 100)).toBeNull();
    expect(suiteSignal([0.5, 0.5], 100)).toBeNull();
    expect(repeatSignal([0.5, 0.7], [0.5])).toBeNull();
    expect(gainNearCeiling(1, 0.9)).toMatchObject({
      errorReduction: null,
      normalisedGain: null,
      logitGain: null,
    });
    expect(overfitGap({ tuned: { successes: 0, total: 0 }, heldOut: { successes: 1, total: 1 } })).toBeNull();
    const none = { onlyNew: 0, onlyOld: 0, total: 10 };
    expect(overfitChange({ tuned: none, heldOut: none })).toMatchObject({ excess: 0, z: null, pValue: null });
    expect(overfitChange({ tuned: none, heldOut: { ...none, total: 1 } })).toBeNull();
    expect(() => overfitChange({ tuned: { ...none, onlyNew: 11 }, heldOut: none })).toThrow("tuned: 11");
  });

  it("put models with one score at 1, and models apart without error at 0", () => {
    expect(saturationIndex([1, 1, 1, 1, 1], 100)).toMatchObject({ index: 1, category: "very_high" });
    expect(saturationIndex([1, 1, 1, 1, 0], 100)).toMatchObject({
      index: 0,
      category: "very_low",
      similar: false,
    });
  });
});
