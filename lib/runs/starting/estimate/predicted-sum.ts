import type { Spread } from "./estimate-basis.ts";

export const tokensPerPrice = 1_000_000;
export const charactersPerToken = 4;
/** Of a count of tokens from characters, either way. */
export const promptSlack = 0.25;
/** With fewer answers, their spread says little about that of the next ones. */
export const enoughAnswers = 10;
const z = 1.96;

type Sum = { low: number; high: number };

/**
 * 95 % prediction interval of the sum over `cases × repetitions` further answers, normal approximation:
 * N·mean ± 1.96·N·sd·√(1/cases + 1/counted). Repetitions of a case count as equal, which keeps it on the wide side.
 */
export function predictedSum(
  { mean, sd }: Spread,
  { cases, repetitions }: { cases: number; repetitions: number },
  counted: number,
): Sum {
  const attempts = cases * repetitions;
  const sum = attempts * mean;
  const margin = z * attempts * sd * Math.sqrt(1 / Math.max(1, cases) + 1 / counted);
  return { low: Math.max(0, sum - margin), high: sum + margin };
}

/** From answers that are only like the ones to come: half to double. */
export function roughSum({ mean }: Spread, attempts: number): Sum {
  return { low: (attempts * mean) / 2, high: attempts * mean * 2 };
}
