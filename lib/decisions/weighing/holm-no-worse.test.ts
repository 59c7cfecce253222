import fc from "fast-check";
import { expect, test } from "vitest";
import { holm } from "#lib/stats/multiplicity/holm.ts";
import { holmFamilies } from "./holm-no-worse.ts";

const alpha = 0.05;

test("shows exactly what Holm's test of the p-values shows", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (pValues) => {
      const isShown = (index: number, family: number) => (pValues[index] ?? 1) <= alpha / family;
      const families = holmFamilies(pValues.length, isShown);
      const shown = families.map((family, index) => isShown(index, family));
      const adjusted = holm(pValues);
      for (const [index, value] of adjusted.entries()) {
        if (Math.abs(value - alpha) > 1e-9) expect(shown[index]).toBe(value <= alpha);
      }
    }),
  );
});

test("without hypotheses there is nothing to decide", () => {
  expect(holmFamilies(0, () => true)).toEqual([]);
});
