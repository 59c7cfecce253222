import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pearson } from "../correlation/pearson.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { tInterval } from "../error-bars/t-interval.ts";
import { pairedMean } from "../paired/paired-mean.ts";
import { tangoInterval } from "../paired/tango.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { newcombeIndependentInterval } from "../rates/newcombe-independent.ts";
import { moverDifference } from "./mover-difference.ts";
import { wilsonInterval } from "./wilson.ts";

const random = seededRandom(9);
const uniform = () => (random.uint32() + 0.5) / 2 ** 32;
const normal = () => normalQuantile(uniform());
const part = fc
  .tuple(
    fc.double({ min: -9, max: 9, noNaN: true }),
    fc.double({ min: 0, max: 5, noNaN: true }),
    fc.double({ min: 0, max: 5, noNaN: true }),
  )
  .map(([estimate, below, above]) => ({ estimate, lower: estimate - below, upper: estimate + above }));

describe("moverDifference", () => {
  it("of two independent rates with Wilson limits is Newcombe's interval", () => {
    const [one, other] = [
      { successes: 56, total: 70 },
      { successes: 48, total: 80 },
    ];
    const [first, second] = [wilsonInterval(one), wilsonInterval(other)];
    const reference = newcombeIndependentInterval({ first: one, second: other });
    if (first === null || second === null) throw new Error("Both have cases.");
    const mover = moverDifference({ first, second });
    expect(mover.lower).toBeCloseTo(reference?.lower ?? 9, 12);
    expect(mover.upper).toBeCloseTo(reference?.upper ?? 9, 12);
  });

  it("turns its sign when the parts change places", () => {
    fc.assert(
      fc.property(part, part, fc.double({ min: -1, max: 1, noNaN: true }), (first, second, correlation) => {
        const forth = moverDifference({ first, second, correlation });
        const back = moverDifference({ first: second, second: first, correlation });
        expect(back.lower).toBeCloseTo(-forth.upper, 9);
        expect(back.upper).toBeCloseTo(-forth.lower, 9);
      }),
    );
  });

  it("with a part that is known for sure has the width of the other one", () => {
    const first = { estimate: 3, lower: 1, upper: 6 };
    expect(moverDifference({ first, second: { estimate: 1, lower: 1, upper: 1 } })).toEqual({
      estimate: 2,
      lower: 0,
      upper: 5,
    });
  });

  it.each([
    { swing: 1, costSd: 1, link: 0 },
    { swing: 1, costSd: 0.3, link: 0.8 },
    { swing: 4, costSd: 1, link: -0.5 },
  ])(
    "joins paired pass rates and paired costs so that money is covered in about 95 % ($swing, $costSd, $link)",
    ({ swing, costSd, link }) => {
      const n = 150;
      const trials = 1_200;
      const [gain, loss] = [0.12, 0.07];
      const truth = swing * (gain - loss) - 0.1;
      let covered = 0;
      for (let trial = 0; trial < trials; trial += 1) {
        const quality: number[] = [];
        const costs: number[] = [];
        for (let at = 0; at < n; at += 1) {
          const draw = uniform();
          const change = draw < gain ? 1 : draw < gain + loss ? -1 : 0;
          quality.push(change);
          costs.push(0.1 + costSd * (link * (change - (gain - loss)) + normal()));
        }
        const tango = tangoInterval({
          onlyFirst: quality.filter((change) => change === 1).length,
          onlySecond: quality.filter((change) => change === -1).length,
          total: n,
        });
        const cost = tInterval(costs);
        const both = pairedMean(quality);
        if (cost === null || both === null) continue;
        const first = {
          estimate: swing * both.difference,
          lower: swing * tango.lower,
          upper: swing * tango.upper,
        };
        const mover = moverDifference({ first, second: cost, correlation: pearson(quality, costs) ?? 0 });
        if (mover.lower <= truth && truth <= mover.upper) covered += 1;
      }
      // Four standard errors of a simulation of so many trials around 95 %.
      expect(covered / trials).toBeGreaterThan(0.925);
      expect(covered / trials).toBeLessThan(0.976);
    },
  );
});
