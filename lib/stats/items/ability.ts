import { type Derivatives, newtonMaximise } from "../regression/newton-maximise.ts";
import { abilityGrid } from "./ability-grid.ts";
import { type ItemParameters, itemResponse } from "./item-response.ts";

/** A case of the two-parameter model and whether the run passed it. */
export type ItemOutcome = Omit<ItemParameters, "guessing"> & { passed: boolean };

export type Ability = {
  /** Null where it is infinite, as when every case was passed or every case failed. */
  maximumLikelihood: { estimate: number; standardError: number } | null;
  /** Under a standard normal prior: the most likely value, and the mean with its standard deviation. */
  mostLikely: number;
  mean: number;
  deviation: number;
};

/**
 * Ability of one run from its outcomes on cases with known parameters, on the scale where runs are N(0, 1).
 *
 * Source: Baker & Kim 2004, Item Response Theory, chapters 3 and 7.
 * @throws RangeError when a parameter is not finite.
 */
export function ability(outcomes: readonly ItemOutcome[]): Ability {
  const plain = newtonMaximise(([theta = 0]) => logLikelihood(outcomes, theta, 0), [0]);
  const prior = newtonMaximise(([theta = 0]) => logLikelihood(outcomes, theta, 1), [0]);
  const estimate = plain?.point[0];
  const information = -(plain?.at.hessian[0]?.[0] ?? 0);
  // Where the likelihood only rises, Newton's method stops far out, where it has become flat.
  const finite = estimate !== undefined && information > 1e-6;
  return {
    maximumLikelihood: finite ? { estimate, standardError: 1 / Math.sqrt(information) } : null,
    mostLikely: prior?.point[0] ?? 0,
    ...posterior(outcomes),
  };
}

function logLikelihood(outcomes: readonly ItemOutcome[], theta: number, priorWeight: number): Derivatives {
  let value = (-priorWeight * theta * theta) / 2;
  let slope = -priorWeight * theta;
  let curvature = -priorWeight;
  for (const { passed, ...item } of outcomes) {
    const { probability, information } = itemResponse(item, theta);
    value += logChance(item, theta, passed);
    slope += item.discrimination * ((passed ? 1 : 0) - probability);
    curvature -= information;
  }
  return { value, gradient: [slope], hessian: [[curvature]] };
}

function logChance(item: ItemParameters, theta: number, passed: boolean): number {
  const logit = item.discrimination * (theta - item.difficulty);
  const signed = passed ? logit : -logit;
  return signed > 0 ? -Math.log1p(Math.exp(-signed)) : signed - Math.log1p(Math.exp(signed));
}

function posterior(outcomes: readonly ItemOutcome[]): { mean: number; deviation: number } {
  const { points, weights } = abilityGrid();
  const logs = points.map((theta) =>
    outcomes.reduce((sum, { passed, ...item }) => sum + logChance(item, theta, passed), 0),
  );
  const largest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  let mass = 0;
  let first = 0;
  let second = 0;
  points.forEach((theta, index) => {
    const share = (weights[index] ?? 0) * Math.exp((logs[index] ?? 0) - largest);
    mass += share;
    first += share * theta;
    second += share * theta * theta;
  });
  const mean = first / mass;
  return { mean, deviation: Math.sqrt(Math.max(0, second / mass - mean * mean)) };
}
