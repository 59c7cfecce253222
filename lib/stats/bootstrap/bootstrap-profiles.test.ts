import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/seeded-random.ts";
import { bootstrapProfiles, type UnitProfile } from "./bootstrap-profiles.ts";
import { bootstrapStatistic } from "./bootstrap-statistic.ts";

const share = ([hits = 0, misses = 0]: Float64Array) => [hits + misses === 0 ? null : hits / (hits + misses)];

describe("bootstrapProfiles", () => {
  it("draws many equal units as the normal approximation says", () => {
    const profiles: UnitProfile[] = [
      { units: 80_000, cells: [[0, 1]] },
      { units: 20_000, cells: [[1, 1]] },
    ];
    const [found] = bootstrapProfiles({ profiles, cells: 2 }, share);
    const error = Math.sqrt((0.8 * 0.2) / 100_000);
    expect(found).toMatchObject({ estimate: 0.8, units: 100_000, resamples: 2_000, seed: 1, bca: null });
    expect((found?.standardError ?? 0) / error).toBeGreaterThan(0.93);
    expect((found?.standardError ?? 0) / error).toBeLessThan(1.07);
    expect(bootstrapProfiles({ profiles, cells: 2 }, share)).toEqual([found]);
  });

  it("has the interval of a bootstrap by cluster over the rows themselves", () => {
    const random = seededRandom(3);
    const clusters = Array.from({ length: 120 }, () => ({
      size: 1 + random.below(4),
      ease: random.below(5),
    }));
    const rows = clusters.flatMap(({ size, ease }, cluster) =>
      Array.from({ length: size }, () => ({
        cluster: String(cluster),
        hit: random.below(5) <= ease ? 1 : 0,
      })),
    );
    const profiles = [...Map.groupBy(rows, (row) => row.cluster).values()].map((group) => {
      const hits = group.reduce((sum, row) => sum + row.hit, 0);
      const cells = [
        [0, hits],
        [1, group.length - hits],
      ] as const;
      return { units: 1, cells };
    });
    const [byProfile] = bootstrapProfiles({ profiles, cells: 2, resamples: 4_000 }, share);
    const byRow = bootstrapStatistic(
      { rows: rows.length, clusters: rows.map((row) => row.cluster), resamples: 4_000, seed: 2 },
      (drawn) => drawn.reduce((sum, row) => sum + (rows[row]?.hit ?? 0), 0) / drawn.length,
    );
    expect(byProfile?.estimate).toBeCloseTo(byRow?.estimate ?? 0, 12);
    expect(byProfile?.units).toBe(120);
    expect((byProfile?.standardError ?? 0) / (byRow?.standardError ?? 1)).toBeCloseTo(1, 1);
    expect(byProfile?.percentile.lower).toBeCloseTo(byRow?.percentile.lower ?? 0, 1);
    expect(byProfile?.percentile.upper).toBeCloseTo(byRow?.percentile.upper ?? 0, 1);
  });

  it("is null with one unit, without units, and where the statistic does not exist", () => {
    expect(bootstrapProfiles({ profiles: [{ units: 1, cells: [[0, 9]] }], cells: 2 }, share)).toEqual([null]);
    expect(bootstrapProfiles({ profiles: [], cells: 2 }, share)).toEqual([null]);
    const many = [{ units: 5, cells: [[0, 1]] as const }];
    expect(bootstrapProfiles({ profiles: many, cells: 2 }, () => [Number.NaN])).toEqual([null]);
    expect(() => bootstrapProfiles({ profiles: [{ units: 0.5, cells: [] }], cells: 1 }, share)).toThrow(
      RangeError,
    );
  });
});
