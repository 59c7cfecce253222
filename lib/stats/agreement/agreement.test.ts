import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohenKappa } from "./cohen-kappa.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { krippendorffAlpha, type MeasurementLevel } from "./krippendorff-alpha.ts";
import { prevalenceAdjustedAgreement } from "./prevalence-adjusted-agreement.ts";

const tables = fc.integer({ min: 2, max: 4 }).chain((size) =>
  fc.array(fc.array(fc.nat(30), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  }),
);
const transposed = (table: number[][]) => table.map((row, i) => row.map((_, j) => table[j]?.[i] ?? 0));

describe("cohenKappa", () => {
  it("does not mind which rater comes first, and lies within its limits and at most at 1", () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom("none" as const, "linear" as const, "quadratic" as const),
        (table, weights) => {
          const one = cohenKappa(table, { weights });
          const other = cohenKappa(transposed(table), { weights });
          expect(other?.kappa ?? 0).toBeCloseTo(one?.kappa ?? 0, 10);
          expect(other?.standardError ?? 0).toBeCloseTo(one?.standardError ?? 0, 10);
          if (!one) return;
          expect(one.lower).toBeLessThanOrEqual(one.kappa + 1e-12);
          expect(one.upper).toBeGreaterThanOrEqual(one.kappa - 1e-12);
          expect(one.kappa).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
    );
  });

  it("is 1 at full agreement and 0 for independent raters", () => {
    expect(
      cohenKappa([
        [7, 0],
        [0, 5],
      ]),
    ).toMatchObject({ kappa: 1, standardError: 0, lower: 1, upper: 1 });
    expect(
      cohenKappa([
        [20, 20],
        [30, 30],
      ])?.kappa,
    ).toBeCloseTo(0, 12);
  });

  it("is null where chance explains everything, and without items", () => {
    expect(
      cohenKappa([
        [9, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });

  it("refuses tables that are not square, too small, or hold no counts", () => {
    expect(() => cohenKappa([[1, 2]])).toThrow("at least two");
    expect(() => cohenKappa([[1, 2], [3]])).toThrow("Row 1");
    expect(() =>
      cohenKappa([
        [1, 2],
        [3, -1],
      ]),
    ).toThrow("table[1][1] is -1");
  });

  it("falls where one category is rare although AC1 and PABAK see the agreement", () => {
    const rare = [
      [118, 5],
      [2, 0],
    ];
    expect(cohenKappa(rare)?.kappa).toBeLessThan(0);
    expect(prevalenceAdjustedAgreement(rare)?.ac1).toBeGreaterThan(0.9);
    expect(prevalenceAdjustedAgreement(rare)?.pabak).toBeGreaterThan(0.85);
    expect(
      prevalenceAdjustedAgreement([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });
});

describe("fleissKappa", () => {
  it("is 1 when all raters agree, and null when they use one category only", () => {
    expect(
      fleissKappa([
        [3, 0],
        [0, 3],
      ]),
    ).toBe(1);
    expect(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toBeNull();
    expect(fleissKappa([])).toBeNull();
  });

  it("refuses a changing number of raters, categories, or a single rater", () => {
    expect(() =>
      fleissKappa([
        [3, 0],
        [1, 1],
      ]),
    ).toThrow("Krippendorff");
    expect(() => fleissKappa([[3, 0], [3]])).toThrow("Item 1 has 1 categories");
    expect(() => fleissKappa([[1, 0]])).toThrow(RangeError);
  });
});

describe("krippendorffAlpha", () => {
  const units = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { maxLength: 4 }), {
    maxLength: 12,
  });
  const level = fc.constantFrom<MeasurementLevel>("nominal", "ordinal", "interval", "ratio");

  it("does not mind the order of items and raters", () => {
    fc.assert(
      fc.property(units, level, (list, scale) => {
        const turned = list.toReversed().map((ratings) => ratings.toReversed());
        const alpha = krippendorffAlpha(list, scale);
        expect(krippendorffAlpha(turned, scale) ?? 9).toBeCloseTo(alpha ?? 9, 10);
        if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("sees only what its level means: names, ranks, distances or ratios", () => {
    const rename = (list: (number | null)[][], to: (rating: number) => number) =>
      list.map((ratings) => ratings.map((rating) => (rating === null ? null : to(rating))));
    fc.assert(
      fc.property(units, (list) => {
        const same = (scale: MeasurementLevel, to: (rating: number) => number) =>
          expect(krippendorffAlpha(rename(list, to), scale) ?? 9).toBeCloseTo(
            krippendorffAlpha(list, scale) ?? 9,
            9,
          );
        same("nominal", (rating) => (rating * 3) % 7);
        same("ordinal", (rating) => 2 ** rating);
        same("interval", (rating) => 10 - 3 * rating);
        same("ratio", (rating) => 7 * rating);
      }),
    );
  });

  it("is 1 at agreement, and null without a comparable pair or without any difference", () => {
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [2, 2],
        ],
        "nominal",
      ),
    ).toBe(1);
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        "nominal",
      ),
    ).toBeNull();
    expect(krippendorffAlpha([[1, null], [2]], "interval")).toBeNull();
    expect(() => krippendorffAlpha([[-1, 1]], "ratio")).toThrow("at least 0");
    expect(() => krippendorffAlpha([[Number.NaN, 1]], "nominal")).toThrow(RangeError);
  });
});
