import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusteredIntervalCr2 } from "../../error-bars/clustered-interval-cr2.ts";
import { tInterval } from "../../error-bars/t-interval.ts";
import { clusteredRateInterval } from "../../intervals/clustered-rate.ts";
import { wilsonInterval } from "../../intervals/wilson.ts";
import { seededRandom } from "../../random/seeded-random.ts";
import { caseFlakiness } from "../case-flakiness.ts";
import { meanOverCases } from "../mean-over-cases.ts";
import { passAtK } from "../pass-at-k.ts";
import { passHatK } from "../pass-hat-k.ts";
import { varianceComponents } from "../variance-components.ts";
import { agreement } from "./agreement.ts";
import { meanOverClusters } from "./mean-over-clusters.ts";
import { meanOverGroups } from "./mean-over-groups.ts";
import { samplingNoiseShare } from "./sampling-noise.ts";

const oneCase = fc
  .integer({ min: 1, max: 12 })
  .chain((attempts) => fc.record({ attempts: fc.constant(attempts), passes: fc.nat(attempts) }));
const suite = fc.array(oneCase, { minLength: 2, maxLength: 40 });

const outcomesOf = ({ attempts, passes }: { attempts: number; passes: number }) =>
  Array.from({ length: attempts }, (_, i) => i < passes);

/** The same suite with equal cases put together, as the database counts them. */
function grouped(cases: readonly { attempts: number; passes: number }[]) {
  const groups = new Map<string, { attempts: number; passes: number; cases: number }>();
  for (const one of cases) {
    const key = `${one.attempts}/${one.passes}`;
    groups.set(key, { ...one, cases: (groups.get(key)?.cases ?? 0) + 1 });
  }
  return [...groups.values()];
}

describe("means over cases from counts", () => {
  it("equal those over the cases one by one", () => {
    fc.assert(
      fc.property(suite, fc.integer({ min: 1, max: 5 }), (cases, k) => {
        for (const metric of [passAtK, passHatK]) {
          const single = meanOverCases(cases, (one) => metric(one, k));
          const counted = meanOverGroups(grouped(cases), (one) => metric(one, k));
          if (single.value === null) expect(counted).toBeNull();
          else expect(counted?.estimate).toBeCloseTo(single.value, 12);
          expect(counted?.cases ?? 0).toBe(single.cases);
        }
      }),
    );
  });

  it("carry the t interval over cases, and Wilson's where all cases are alike", () => {
    const cases = [
      { attempts: 4, passes: 4 },
      { attempts: 4, passes: 1 },
      { attempts: 4, passes: 2 },
    ];
    const values = cases.map((one) => passAtK(one, 1) ?? 0);
    const t = tInterval(values);
    const found = meanOverGroups(grouped(cases), (one) => passAtK(one, 1));
    expect(found?.estimate).toBeCloseTo(t?.estimate ?? 0, 12);
    expect(found?.lower).toBeCloseTo(Math.max(0, t?.lower ?? 0), 12);
    expect(found?.upper).toBeCloseTo(Math.min(1, t?.upper ?? 0), 12);
    const alike = meanOverGroups([{ attempts: 4, passes: 4, cases: 20 }], (one) => passAtK(one, 2));
    expect(alike).toMatchObject({ ...wilsonInterval({ successes: 20, total: 20 }), cases: 20 });
  });

  it("over clusters carry the CR2 error of the per-case values, and equal the means over cases where each case is a cluster", () => {
    const clustered = fc.array(fc.array(oneCase, { minLength: 1, maxLength: 5 }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(clustered, fc.integer({ min: 1, max: 4 }), (clusters, k) => {
        for (const metric of [passAtK, passHatK]) {
          const values = clusters.flatMap((members, index) =>
            members.flatMap((one) => {
              const value = metric(one, k);
              return value === null ? [] : [{ value, cluster: String(index) }];
            }),
          );
          const found = meanOverClusters(
            clusters.map((members) => ({ members: grouped(members), clusters: 1 })),
            (one) => metric(one, k),
          );
          const raw = clusteredIntervalCr2(
            values.map(({ value }) => value),
            values.map(({ cluster }) => cluster),
          );
          expect(found?.cases ?? 0).toBe(values.length);
          if (found === null || raw === null) continue;
          expect(found.estimate).toBeCloseTo(raw.estimate, 12);
          if (raw.upper - raw.lower < 1e-9) {
            // The data cannot show how dependent cases are: never a width of nothing.
            expect(found.upper - found.lower).toBeGreaterThan(0);
          } else {
            expect(found.lower).toBeCloseTo(Math.max(0, raw.lower), 9);
            expect(found.upper).toBeCloseTo(Math.min(1, raw.upper), 9);
          }
        }
        const cases = clusters.flat();
        const alone = cases.map((one) => ({ members: [{ ...one, cases: 1 }], clusters: 1 }));
        const [each, together] = [
          meanOverClusters(alone, (one) => passAtK(one, k)),
          meanOverGroups(grouped(cases), (one) => passAtK(one, k)),
        ];
        expect(each?.estimate ?? 0).toBeCloseTo(together?.estimate ?? 0, 12);
        expect(each?.lower ?? 0).toBeCloseTo(together?.lower ?? 0, 9);
        expect(each?.upper ?? 0).toBeCloseTo(together?.upper ?? 0, 9);
      }),
    );
  });

  it("over clusters alike are wider than over the same cases taken as independent", () => {
    const always = { attempts: 4, passes: 4, cases: 5 };
    const half = { attempts: 4, passes: 1, cases: 5 };
    const groups = [
      { members: [always], clusters: 6 },
      { members: [half], clusters: 6 },
    ];
    const all = [
      { ...always, cases: 30 },
      { ...half, cases: 30 },
    ];
    const clustered = meanOverClusters(groups, (one) => passHatK(one, 2));
    const independent = meanOverGroups(all, (one) => passHatK(one, 2));
    expect(clustered?.estimate).toBe(independent?.estimate);
    const width = (one: typeof clustered) => (one?.upper ?? 0) - (one?.lower ?? 0);
    // Whole clusters alike: the error grows by the root of 5, and 11 degrees of freedom instead of 59 widen it further.
    expect(width(clustered) / width(independent)).toBeCloseTo(
      (Math.sqrt(5 * (59 / 60) * (12 / 11)) * 2.201) / 2.001,
      2,
    );
    expect(meanOverClusters([{ members: [always], clusters: 1 }], (one) => passHatK(one, 2))).toMatchObject(
      wilsonInterval({ successes: 1, total: 1 }) ?? {},
    );
  });

  it("agreement is one minus the disagreement of a case, and needs two attempts", () => {
    fc.assert(
      fc.property(oneCase, (one) => {
        const disagreement = caseFlakiness(outcomesOf(one))?.disagreement ?? null;
        if (disagreement === null) expect(agreement(one)).toBeNull();
        else expect(agreement(one)).toBeCloseTo(1 - disagreement, 12);
      }),
    );
  });

  it("the share of sampling noise equals the variance components of the raw scores", () => {
    fc.assert(
      fc.property(suite, (cases) => {
        const parts = varianceComponents(cases.map((one) => outcomesOf(one).map(Number)));
        const share = samplingNoiseShare(grouped(cases));
        const expected = parts?.shareWithin ?? null;
        if (expected === null || (parts?.varianceOfCaseMeans ?? 0) < 1e-12) return;
        expect(share).toBeCloseTo(expected, 9);
      }),
    );
  });
});

describe("the interval of a rate over clusters", () => {
  it("uses the CR2 error of the same attempts one by one", () => {
    fc.assert(
      fc.property(suite, (cases) => {
        const values = cases.flatMap((one) => outcomesOf(one).map(Number));
        const clusters = cases.flatMap((one, i) => outcomesOf(one).map(() => String(i)));
        const raw = clusteredIntervalCr2(values, clusters);
        const groups = grouped(cases).map(({ attempts, passes, cases: alike }) => ({
          size: attempts,
          successes: passes,
          clusters: alike,
        }));
        const found = clusteredRateInterval(groups);
        expect(found?.estimate).toBeCloseTo(raw?.estimate ?? 0, 12);
        expect(found?.clusters).toBe(cases.length);
        expect(found?.effectiveTotal).toBeLessThanOrEqual(values.length + 1e-9);
        expect(found?.lower).toBeLessThanOrEqual((found?.estimate ?? 0) + 1e-12);
        expect(found?.upper).toBeGreaterThanOrEqual((found?.estimate ?? 0) - 1e-12);
      }),
    );
  });

  it("counts a case once where repetitions never differ, however many there are", () => {
    const once = clusteredRateInterval([
      { size: 1, successes: 1, clusters: 30 },
      { size: 1, successes: 0, clusters: 10 },
    ]);
    const tenTimes = clusteredRateInterval([
      { size: 10, successes: 10, clusters: 30 },
      { size: 10, successes: 0, clusters: 10 },
    ]);
    expect(tenTimes?.lower).toBeCloseTo(once?.lower ?? 0, 12);
    expect(tenTimes?.upper).toBeCloseTo(once?.upper ?? 0, 12);
    const allPassed = clusteredRateInterval([{ size: 10, successes: 10, clusters: 40 }]);
    expect(allPassed).toMatchObject({ ...wilsonInterval({ successes: 40, total: 40 }), successes: 400 });
    expect(clusteredRateInterval([])).toBeNull();
  });

  it("covers the truth about 95 times in 100 with 30 cases of 5 repetitions of all difficulties", () => {
    const { uint32 } = seededRandom(7);
    const random = () => uint32() / 2 ** 32;
    let covered = 0;
    for (let round = 0; round < 1_000; round++) {
      const groups = Array.from({ length: 30 }, () => {
        const difficulty = random();
        const successes = Array.from({ length: 5 }, () => random()).filter((x) => x < difficulty).length;
        return { size: 5, successes, clusters: 1 };
      });
      const found = clusteredRateInterval(groups);
      if (found && found.lower <= 0.5 && found.upper >= 0.5) covered++;
    }
    expect(covered).toBeGreaterThan(930);
    expect(covered).toBeLessThan(975);
  });
});
