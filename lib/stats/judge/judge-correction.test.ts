import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/seeded-random.ts";
import { ppiMeanByCluster } from "./ppi-by-cluster.ts";
import { ppiEffectiveLabels } from "./ppi-effective-labels.ts";
import { ppiMean } from "./ppi-mean.ts";
import { roganGladen } from "./rogan-gladen.ts";

const TRIALS = 1_000;

function chanceStream(seed: number): (probability: number) => boolean {
  const random = seededRandom(seed);
  return (probability) => random.uint32() < probability * 2 ** 32;
}

function countOf(total: number, happens: () => boolean): number {
  let count = 0;
  for (let index = 0; index < total; index += 1) if (happens()) count += 1;
  return count;
}

describe("roganGladen", () => {
  const judge = { truePassRate: 0.9, trueFailRate: 0.8 };

  it.each([0.3, 0.7, 0.95])("covers a true rate of %s in 95 %% of trials", (truth) => {
    const chance = chanceStream(11);
    let covered = 0;
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const result = roganGladen({
        judgedRate: countOf(400, () => (chance(truth) ? chance(0.9) : chance(0.2))) / 400,
        judged: 400,
        truePassRate: countOf(100, () => chance(0.9)) / 100,
        trueFailRate: countOf(100, () => chance(0.8)) / 100,
        passLabels: 100,
        failLabels: 100,
      });
      if (result.kind === "corrected" && result.lower <= truth && truth <= result.upper) covered += 1;
    }
    expect(covered / TRIALS).toBeGreaterThan(0.93);
    expect(covered / TRIALS).toBeLessThan(0.985);
  });

  it("leaves the rate of a perfect judge alone and rises with the judged rate", () => {
    const rates = fc.double({ min: 0, max: 1, noNaN: true });
    const labels = { judged: 100, passLabels: 50, failLabels: 50 };
    fc.assert(
      fc.property(rates, rates, (one, other) => {
        const perfect = roganGladen({ judgedRate: one, truePassRate: 1, trueFailRate: 1, ...labels });
        expect(perfect.kind === "corrected" && perfect.estimate).toBeCloseTo(one, 12);
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((judgedRate) =>
          roganGladen({ judgedRate, ...judge, ...labels }),
        );
        if (low?.kind !== "corrected" || high?.kind !== "corrected") throw new Error("refused");
        expect(low.estimate).toBeLessThanOrEqual(high.estimate);
        expect(low.lower).toBeLessThanOrEqual(low.upper);
      }),
    );
  });

  it("is refused for a judge little better than chance, with the reason", () => {
    const result = roganGladen({
      judgedRate: 0.5,
      truePassRate: 0.6,
      trueFailRate: 0.6,
      judged: 100,
      passLabels: 50,
      failLabels: 50,
    });
    expect(result).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("little better than chance"),
    });
  });
});

describe("ppiMean", () => {
  it.each([
    { truePassRate: 0.9, trueFailRate: 0.8 },
    { truePassRate: 0.55, trueFailRate: 0.5 },
  ])(
    "covers the truth with a judge of $truePassRate and $trueFailRate, no wider than labels alone",
    (judge) => {
      const chance = chanceStream(5);
      let covered = 0;
      let width = 0;
      let widthOfLabels = 0;
      for (let trial = 0; trial < TRIALS; trial += 1) {
        const draw = () => {
          const human = chance(0.7);
          return {
            human: human ? 1 : 0,
            judge: chance(human ? judge.truePassRate : 1 - judge.trueFailRate) ? 1 : 0,
          };
        };
        const labelled = Array.from({ length: 100 }, draw);
        const mean = countOf(1_000, () => draw().judge === 1) / 1_000;
        const input = {
          labelled: labelled.map((row) => row.human),
          judgeOfLabelled: labelled.map((row) => row.judge),
          judgedOnly: { total: 1_000, mean, variance: mean * (1 - mean) },
        };
        const result = ppiMean(input);
        const labels = ppiMean({ ...input, lambda: 0 });
        if (!result || !labels) throw new Error("no interval");
        if (result.lower <= 0.7 && 0.7 <= result.upper) covered += 1;
        width += result.upper - result.lower;
        widthOfLabels += labels.upper - labels.lower;
      }
      expect(covered / TRIALS).toBeGreaterThan(0.925);
      expect(covered / TRIALS).toBeLessThan(0.97);
      expect(width).toBeLessThanOrEqual(widthOfLabels * 1.001);
    },
  );

  it("is the mean of the labels when the judge says nothing or judged nothing more", () => {
    const labelled = [1, 0, 1, 1];
    const none = { total: 0, mean: 0, variance: 0 };
    expect(ppiMean({ labelled, judgeOfLabelled: [1, 0, 1, 1], judgedOnly: none })).toMatchObject({
      estimate: 0.75,
      lambda: 0,
    });
    const constant = { total: 50, mean: 1, variance: 0 };
    expect(ppiMean({ labelled, judgeOfLabelled: [1, 1, 1, 1], judgedOnly: constant })).toMatchObject({
      estimate: 0.75,
      lambda: 0,
      correlation: null,
    });
  });

  it("needs two labels, pairs and numbers", () => {
    const judgedOnly = { total: 10, mean: 0.5, variance: 0.25 };
    expect(ppiMean({ labelled: [1], judgeOfLabelled: [1], judgedOnly })).toBeNull();
    expect(() => ppiMean({ labelled: [1, 0], judgeOfLabelled: [1], judgedOnly })).toThrow("2 labels but 1");
    expect(() => ppiMean({ labelled: [1, Number.NaN], judgeOfLabelled: [1, 1], judgedOnly })).toThrow(
      RangeError,
    );
  });

  it("tells what a judge is worth in labels: nothing without correlation, everything with a perfect one", () => {
    expect(ppiEffectiveLabels({ labels: 100, judgedOnly: 900, correlation: 0 })).toBe(100);
    expect(ppiEffectiveLabels({ labels: 100, judgedOnly: 900, correlation: 1 })).toBe(1_000);
  });
});

describe("ppiMeanByCluster", () => {
  // Five attempts at a case are the same attempt five times.
  const chance = chanceStream(9);
  const cases = Array.from({ length: 80 }, (_, index) => {
    const passes = chance(0.7);
    return {
      name: String(index),
      human: index % 4 === 0 ? Number(passes) : null,
      judge: Number(chance(passes ? 0.9 : 0.2)),
    };
  });
  const inputOf = (copies: number) => {
    const rows = cases.flatMap((one) => Array.from({ length: copies }, () => one));
    return {
      human: rows.map((row) => row.human),
      judge: rows.map((row) => row.judge),
      clusters: rows.map((row) => row.name),
    };
  };

  it("is not surer because attempts are repeated", () => {
    const once = ppiMeanByCluster(inputOf(1));
    const often = ppiMeanByCluster(inputOf(5));
    expect(often?.units).toBe(80);
    expect(often?.estimate).toBeCloseTo(once?.estimate ?? 9, 2);
    expect((often?.standardError ?? 0) / (once?.standardError ?? 1)).toBeGreaterThan(0.9);
  });

  it("is close to the formula where attempts are independent", () => {
    const { human, judge } = inputOf(1);
    const rest = judge.filter((_, index) => human[index] === null);
    const mean = rest.reduce((sum, score) => sum + score, 0) / rest.length;
    const formula = ppiMean({
      labelled: human.filter((label) => label !== null),
      judgeOfLabelled: judge.filter((_, index) => human[index] !== null),
      judgedOnly: { total: rest.length, mean, variance: mean * (1 - mean) },
    });
    const resampled = ppiMeanByCluster(inputOf(1));
    expect(resampled?.estimate).toBeCloseTo(formula?.estimate ?? 9, 10);
    expect((resampled?.standardError ?? 0) / (formula?.standardError ?? 1)).toBeGreaterThan(0.8);
    expect((resampled?.standardError ?? 9) / (formula?.standardError ?? 1)).toBeLessThan(1.3);
  });

  it("needs labels and lists of one length", () => {
    const judge = [1, 0, 1];
    const clusters = ["a", "b", "c"];
    expect(ppiMeanByCluster({ human: [null, null, null], judge, clusters })).toBeNull();
    expect(() => ppiMeanByCluster({ human: [1], judge, clusters })).toThrow("1 human and 3 judge");
  });
});
