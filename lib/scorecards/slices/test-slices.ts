import { benjaminiHochberg } from "#lib/stats/multiplicity/benjamini-hochberg.ts";
import type { Rate, Slice } from "../scorecard.ts";
import { compareWithRest } from "./compare-with-rest.ts";

/** Each slice against the rest of the run, adjusted by Benjamini-Hochberg over the slices that have a rest. */
export function testSlices(slices: readonly Slice[], whole: Rate | null): Slice[] {
  const tested = slices.map((slice) => compareWithRest(slice.passRate, whole));
  const pValues = tested.flatMap((test) => (test === null ? [] : [test.pValue]));
  const adjusted = benjaminiHochberg(pValues);
  let place = 0;
  return slices.map((slice, index) => {
    const test = tested[index] ?? null;
    if (test === null) return { ...slice, against: null };
    return { ...slice, against: { ...test, adjusted: adjusted[place++] ?? 1 } };
  });
}
