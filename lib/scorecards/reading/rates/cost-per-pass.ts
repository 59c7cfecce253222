import { cr2Error } from "#lib/stats/error-bars/cr2-error.ts";
import { intervalAround } from "#lib/stats/error-bars/t-interval.ts";
import { ratioInterval } from "#lib/stats/ratio/ratio-interval.ts";
import type { CostPerPass, Scorecard } from "../../scorecard.ts";
import type { RunUnit } from "../run-scope.ts";
import { rateOfUnits } from "./rate.ts";
import type { UnitGroup } from "./read-units.ts";

/**
 * What an attempt that passed costs, with all the others that had to be paid for it: the mean cost of an attempt over the share that
 * passed. Null where an answer has no known cost, nothing was priced, or nothing passed.
 */
export function costPerPass(
  groups: readonly UnitGroup[],
  unit: RunUnit,
  cost: Scorecard["cost"],
): CostPerPass | null {
  if (cost.unknown > 0 || cost.known === 0) return null;
  const sum = (of: (group: UnitGroup) => number) => groups.reduce((total, group) => total + of(group), 0);
  const n = sum(({ attempted, units }) => attempted * units);
  const passed = sum((group) => group.passed * group.units);
  const rate = rateOfUnits(
    groups.map((group) => [group.attempted, group.passed, group.units]),
    unit,
  );
  if (rate === null || passed === 0) return null;
  const mean = sum((group) => group.cost) / n;
  const parts = groups.filter(({ units }) => units > 0).map((group) => residualsOf(group, mean, passed / n));
  const error = cr2Error(
    parts.map(({ size, clusters, costSquares }) => ({
      size,
      clusters,
      sum: Math.sqrt(costSquares / clusters),
    })),
    n,
  );
  if (error === null) return null;
  const numerator = intervalAround(mean, error.standardError, error.degreesOfFreedom, 0.95);
  const interval = ratioInterval({ numerator, denominator: rate, correlation: correlationOf(parts) });
  return interval && { ...interval, passed, n };
}

type Residuals = {
  size: number;
  clusters: number;
  /** Over the units of the group: squares of the residuals of cost and of passes, and their products. */
  costSquares: number;
  passSquares: number;
  products: number;
};

function residualsOf(
  { attempted: size, passed, units: clusters, cost, costSquares }: UnitGroup,
  mean: number,
  rate: number,
): Residuals {
  const expected = size * mean;
  const gained = passed - size * rate;
  return {
    size,
    clusters,
    costSquares: Math.max(0, costSquares - 2 * expected * cost + clusters * expected ** 2),
    passSquares: clusters * gained ** 2,
    products: gained * (cost - clusters * expected),
  };
}

function correlationOf(parts: readonly Residuals[]): number {
  const sum = (of: (part: Residuals) => number) => parts.reduce((total, part) => total + of(part), 0);
  const spread = Math.sqrt(sum((part) => part.costSquares) * sum((part) => part.passSquares));
  return spread === 0 ? 0 : Math.max(-1, Math.min(1, sum((part) => part.products) / spread));
}
