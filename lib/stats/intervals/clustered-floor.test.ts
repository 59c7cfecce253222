import { describe, expect, it } from "vitest";
import { clopperPearsonInterval } from "./clopper-pearson.ts";
import { clusteredFloorInterval } from "./clustered-floor.ts";
import { clusteredRateInterval } from "./clustered-rate.ts";

describe("the floor of a rate over clusters", () => {
  it("counts a cluster as one where all are alike", () => {
    const floor = clusteredFloorInterval([{ size: 4, successes: 4, clusters: 30 }]);
    expect(floor).toMatchObject({ estimate: 1, effectiveTotal: 30 });
    expect(floor?.lower).toBe(clopperPearsonInterval({ successes: 30, total: 30 })?.lower);
    expect(clusteredFloorInterval([])).toBeNull();
  });

  it("promises less than the interval that is only shown, and than one over independent attempts", () => {
    const groups = [
      { size: 4, successes: 4, clusters: 40 },
      { size: 4, successes: 2, clusters: 6 },
      { size: 4, successes: 0, clusters: 4 },
    ];
    const floor = clusteredFloorInterval(groups);
    expect(floor?.lower).toBeLessThan(clusteredRateInterval(groups)?.lower ?? 0);
    expect(floor?.lower).toBeLessThan(clopperPearsonInterval({ successes: 172, total: 200 })?.lower ?? 0);
    expect(floor?.effectiveTotal).toBeLessThan(200);
  });
});
