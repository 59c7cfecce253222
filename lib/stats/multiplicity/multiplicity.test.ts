import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg, benjaminiYekutieli } from "./benjamini-hochberg.ts";
import { bonferroni } from "./bonferroni.ts";
import { holm } from "./holm.ts";
import { hommel } from "./hommel.ts";

const METHODS = { bonferroni, holm, hommel, benjaminiHochberg, benjaminiYekutieli };
const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 25 });

describe.each(Object.entries(METHODS))("%s", (_, adjust) => {
  it("never lowers a p-value, never exceeds 1, and keeps their order", () => {
    fc.assert(
      fc.property(pValues, (raw) => {
        const adjusted = adjust(raw);
        raw.forEach((pValue, index) => {
          expect(adjusted[index]).toBeGreaterThanOrEqual(pValue * (1 - 1e-12));
          expect(adjusted[index]).toBeLessThanOrEqual(1);
          raw.forEach((other, position) => {
            if (pValue < other)
              expect(adjusted[index]).toBeLessThanOrEqual((adjusted[position] ?? 0) + 1e-15);
          });
        });
      }),
    );
  });

  it("leaves a family of one alone, and of none empty", () => {
    expect(adjust([0.03])).toEqual([0.03]);
    expect(adjust([])).toEqual([]);
  });

  it("refuses what is not a p-value", () => {
    expect(() => adjust([0.1, Number.NaN])).toThrow("pValues[1] is NaN");
    expect(() => adjust([1.5])).toThrow(RangeError);
  });
});

it("orders the methods by strictness", () => {
  fc.assert(
    fc.property(pValues, (raw) => {
      const slack = 1e-12;
      raw.forEach((_, index) => {
        const [strictest, strict, looser, loosest] = [bonferroni, holm, hommel, benjaminiHochberg].map(
          (adjust) => adjust(raw)[index] ?? 0,
        );
        expect(strict).toBeLessThanOrEqual((strictest ?? 0) + slack);
        expect(looser).toBeLessThanOrEqual((strict ?? 0) + slack);
        expect(loosest).toBeLessThanOrEqual((looser ?? 0) + slack);
      });
    }),
  );
});
