import { tangoInterval } from "#lib/stats/paired/tango.ts";

/** How many independent cases without any difference rule out a loss as large as the margin, one-sided 5 %. */
export function requiredCasesIdentical(margin: number): number {
  const isEnough = (total: number) =>
    tangoInterval({ onlyFirst: 0, onlySecond: 0, total, confidence: 0.9 }).lower > -margin;
  let low = 0;
  let high = 1;
  while (!isEnough(high)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
