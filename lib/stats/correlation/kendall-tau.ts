import { requirePairs } from "./pearson.ts";

/**
 * Kendall's tau-b: concordant minus discordant pairs over √(pairs untied in the first · pairs untied in the second). Takes time
 * quadratic in the length. Null where either list has only ties.
 *
 * Source: Kendall 1945, Biometrika 33:239.
 * @throws RangeError when the lists differ in length or a value is not finite.
 */
export function kendallTau(first: readonly number[], second: readonly number[]): number | null {
  requirePairs(first, second);
  let balance = 0;
  let untied = 0;
  let otherUntied = 0;
  for (let one = 0; one < first.length; one += 1) {
    for (let other = one + 1; other < first.length; other += 1) {
      const sign = Math.sign((first[other] ?? 0) - (first[one] ?? 0));
      const otherSign = Math.sign((second[other] ?? 0) - (second[one] ?? 0));
      balance += sign * otherSign;
      untied += Math.abs(sign);
      otherUntied += Math.abs(otherSign);
    }
  }
  return untied === 0 || otherUntied === 0 ? null : balance / (Math.sqrt(untied) * Math.sqrt(otherUntied));
}
