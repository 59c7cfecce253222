import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { normalCdf } from "./normal-cdf.ts";

const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * The z for which P(Z <= z) = probability, to machine precision: normalQuantile(0.975) = 1.959963984540054.
 *
 * Source: starting value from Abramowitz & Stegun 26.2.23 (error below 4.5e-4), then Halley steps, each of which
 * cubes the error.
 * @throws RangeError unless 0 < probability < 1.
 */
export function normalQuantile(probability: number): number {
  requireOpenUnit(probability, "probability");
  if (probability > 0.5) return -lowerTailQuantile(1 - probability);
  return lowerTailQuantile(probability);
}

function lowerTailQuantile(probability: number): number {
  if (probability === 0.5) return 0;
  const t = Math.sqrt(-2 * Math.log(probability));
  let z =
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 3; step += 1) {
    const error = (normalCdf(z) - probability) * SQRT_TWO_PI * Math.exp((z * z) / 2);
    if (!Number.isFinite(error)) break;
    z -= error / (1 + (z * error) / 2);
  }
  return z;
}
