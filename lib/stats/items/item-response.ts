import { requireFinite } from "../guards/require-finite.ts";

/** `discrimination` a, `difficulty` b, `guessing` c in [0, 1) (0 in the two-parameter model). */
export type ItemParameters = { discrimination: number; difficulty: number; guessing?: number };

/**
 * Chance that a run of `ability` θ passes a case, c + (1 - c) / (1 + e^(-a(θ - b))), and the Fisher information of the case there,
 * a² (P - c)² / (1 - c)² · (1 - P) / P.
 *
 * Source: Birnbaum 1968, in Lord & Novick, Statistical Theories of Mental Test Scores.
 * @throws RangeError when a parameter is not finite or guessing is not in [0, 1).
 */
export function itemResponse(
  { discrimination, difficulty, guessing = 0 }: ItemParameters,
  ability: number,
): { probability: number; information: number } {
  requireFinite([discrimination, difficulty, guessing, ability], "item parameters and ability");
  if (guessing < 0 || guessing >= 1)
    throw new RangeError(`guessing is ${guessing}; it must be at least 0 and below 1.`);
  const knows = 1 / (1 + Math.exp(-discrimination * (ability - difficulty)));
  const probability = guessing + (1 - guessing) * knows;
  const information =
    probability === 0 ? 0 : (discrimination * knows) ** 2 * ((1 - probability) / probability);
  return { probability, information };
}
