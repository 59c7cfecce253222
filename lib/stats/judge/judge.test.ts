import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "../intervals/wilson.ts";
import { judgeQuality } from "./judge-quality.ts";
import { judgeShift } from "./judge-shift.ts";
import { allocateLabels } from "./label-allocation.ts";
import { labelsNeededForKappa, labelsNeededForRate } from "./labels-needed.ts";
import { judgeObservableRange, observedJudgeRate } from "./observed-judge-rate.ts";
import { positionBias } from "./position-bias.ts";
import { selfPreference } from "./self-preference.ts";

describe("judgeQuality", () => {
  it("has no rate of a class without labels, and nothing without any", () => {
    const onlyPasses = judgeQuality({ bothPass: 9, onlyHumanPass: 1, onlyJudgePass: 0, bothFail: 0 });
    expect(onlyPasses).toMatchObject({
      trueFailRate: null,
      youden: null,
      balancedAccuracy: null,
      matthews: null,
    });
    expect(onlyPasses?.truePassRate?.estimate).toBe(0.9);
    expect(judgeQuality({ bothPass: 0, onlyHumanPass: 0, onlyJudgePass: 0, bothFail: 0 })).toBeNull();
    expect(() => judgeQuality({ bothPass: 1.5, onlyHumanPass: 0, onlyJudgePass: 0, bothFail: 0 })).toThrow(
      "bothPass",
    );
  });

  it("turns over when pass and fail change places", () => {
    const count = fc.nat(50);
    fc.assert(
      fc.property(count, count, count, count, (bothPass, onlyHumanPass, onlyJudgePass, bothFail) => {
        const one = judgeQuality({ bothPass, onlyHumanPass, onlyJudgePass, bothFail });
        const other = judgeQuality({
          bothPass: bothFail,
          onlyHumanPass: onlyJudgePass,
          onlyJudgePass: onlyHumanPass,
          bothFail: bothPass,
        });
        expect(other?.truePassRate).toEqual(one?.trueFailRate);
        expect(other?.precision).toEqual(one?.negativePredictiveValue);
        expect(other?.matthews ?? 9).toBeCloseTo(one?.matthews ?? 9, 10);
      }),
    );
  });
});

describe("what a judge can report", () => {
  it("goes from the floor to the ceiling as the model gets better", () => {
    const judge = { truePassRate: 0.93, trueFailRate: 0.88 };
    const range = judgeObservableRange(judge);
    expect(observedJudgeRate({ ...judge, trueRate: 0 })).toBeCloseTo(range.floor, 12);
    expect(observedJudgeRate({ ...judge, trueRate: 1 })).toBeCloseTo(range.ceiling, 12);
    expect(judgeObservableRange({ truePassRate: 0.5, trueFailRate: 0.5 }).sampleInflation).toBeNull();
  });
});

describe("labels", () => {
  it("needed for a rate give the width that was asked for, and one fewer does not", () => {
    const halfWidths = fc.double({ min: 0.01, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), halfWidths, (rate, halfWidth) => {
        const { wilson } = labelsNeededForRate({ rate, halfWidth });
        const width = (total: number) => {
          const interval = wilsonInterval({ successes: rate * total, total });
          return interval ? (interval.upper - interval.lower) / 2 : 1;
        };
        expect(width(wilson)).toBeLessThanOrEqual(halfWidth + 1e-9);
        if (wilson > 1) expect(width(wilson - 1)).toBeGreaterThan(halfWidth - 1e-9);
      }),
    );
  });

  it("refuse what has no answer", () => {
    expect(() => labelsNeededForRate({ rate: 0.9, halfWidth: 0.5 })).toThrow("halfWidth is 0.5");
    expect(() => labelsNeededForKappa({ agreement: 0.9, kappa: 1, halfWidth: 0.1 })).toThrow("kappa is 1");
    expect(labelsNeededForKappa({ agreement: 1, kappa: 0.5, halfWidth: 0.1 })).toBe(1);
  });

  it("are divided without losing one, and no class gets fewer than its pilot", () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 500 }),
        rate,
        rate,
        rate,
        fc.nat(100),
        (labels, judgedRate, tpr, tnr, pilot) => {
          fc.pre(2 * pilot <= labels);
          const judge = { truePassRate: tpr, trueFailRate: tnr };
          const { passLabels, failLabels } = allocateLabels({ labels, judgedRate, pilot, ...judge });
          expect(passLabels + failLabels).toBe(labels);
          expect(Math.min(passLabels, failLabels)).toBeGreaterThanOrEqual(pilot);
        },
      ),
    );
    const judge = { truePassRate: 0.9, trueFailRate: 0.9 };
    expect(() => allocateLabels({ labels: 10, judgedRate: 0.5, pilot: 6, ...judge })).toThrow(
      "cannot cover both",
    );
  });
});

describe("bias of a judge", () => {
  it("of position changes sign with the slots", () => {
    const one = positionBias({ consistent: 50, firstSlot: 12, secondSlot: 3 });
    const other = positionBias({ consistent: 50, firstSlot: 3, secondSlot: 12 });
    expect(other?.firstSlotBias).toBeCloseTo(-(one?.firstSlotBias ?? 0), 12);
    expect(other?.pValue).toBe(one?.pValue);
    expect(positionBias({ consistent: 0, firstSlot: 0, secondSlot: 0 })).toBeNull();
    expect(positionBias({ consistent: 5, firstSlot: 0, secondSlot: 0 })).toMatchObject({
      firstSlotShare: null,
      pValue: 1,
    });
  });

  it("towards its own model is null without pairs of either kind", () => {
    const result = selfPreference({
      humanOwn: 0,
      judgeOwnOfHumanOwn: 0,
      humanOther: 10,
      judgeOwnOfHumanOther: 3,
    });
    expect(result).toEqual({
      falseOwnRate: 0.3,
      falseOtherRate: null,
      bias: null,
      aboveReference: null,
      pValue: 1,
    });
  });

  it("between two models shows in the class where it errs", () => {
    const first = { bothPass: 90, onlyHumanPass: 10, onlyJudgePass: 5, bothFail: 95 };
    const second = { bothPass: 60, onlyHumanPass: 40, onlyJudgePass: 5, bothFail: 95 };
    const shift = judgeShift(first, second);
    expect(shift.truePassRate).toBeLessThan(1e-5);
    expect(shift.trueFailRate).toBe(1);
  });
});
