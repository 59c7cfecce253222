import { clopperPearsonInterval } from "#lib/stats/intervals/clopper-pearson.ts";
import { clusteredFloorInterval } from "#lib/stats/intervals/clustered-floor.ts";
import type { RateClusters } from "#lib/stats/intervals/clustered-rate.ts";
import type { Floor } from "../../scorecard.ts";
import type { RunUnit } from "../run-scope.ts";
import type { UnitGroup } from "./read-units.ts";

type Planned = { unit: RunUnit; planned: number; repetitions: number };

/**
 * The pass rate over all planned attempts, with the interval that a bar is held against. What was never tried is added as cases of
 * their own without a pass. Null for a run without cases.
 */
export function floorOf(groups: readonly UnitGroup[], run: Planned): Floor | null {
  const { planned, repetitions, unit } = run;
  const successes = groups.reduce((sum, { passed, units }) => sum + passed * units, 0);
  const cases = Math.round(planned / repetitions);
  if (unit === "attempt") {
    const interval = clopperPearsonInterval({ successes, total: planned });
    return interval && { successes, total: planned, cases, ...interval };
  }
  const interval = clusteredFloorInterval(unitsOf(groups, run));
  return interval && { successes, total: planned, cases, ...interval };
}

function unitsOf(groups: readonly UnitGroup[], { unit, planned, repetitions }: Planned): RateClusters[] {
  // Of a case the number of attempts is known, also where some were never made.
  const found = groups.map(({ attempted, passed, units }) => ({
    size: unit === "case" ? repetitions : attempted,
    successes: passed,
    clusters: units,
  }));
  const missing = planned - found.reduce((sum, { size, clusters }) => sum + size * clusters, 0);
  const whole = Math.floor(missing / repetitions);
  const rest = [
    { size: repetitions, successes: 0, clusters: whole },
    { size: missing - whole * repetitions, successes: 0, clusters: 1 },
  ];
  return [...found, ...rest].filter(({ size, clusters }) => size > 0 && clusters > 0);
}
