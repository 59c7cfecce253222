import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confusionMatrix } from "./confusion.ts";

describe("confusionMatrix", () => {
  it("counts expected against actual, most frequent expected label first", () => {
    const pairs = [
      { expected: "cat", actual: "cat" },
      { expected: "cat", actual: "dog" },
      { expected: "cat", actual: "cat" },
      { expected: "dog", actual: "dog" },
      { expected: "dog", actual: "a fish" },
      { expected: "ant", actual: "cat" },
    ];
    const result = confusionMatrix(pairs);
    expect(result.labels).toEqual(["cat", "dog", "ant", "a fish"]);
    expect(result.counts).toEqual([
      [2, 1, 0, 0],
      [0, 1, 0, 1],
      [1, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(result.perClass).toEqual([
      { label: "cat", support: 3, predicted: 3, precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 },
      { label: "dog", support: 2, predicted: 2, precision: 1 / 2, recall: 1 / 2, f1: 1 / 2 },
      { label: "ant", support: 1, predicted: 0, precision: null, recall: 0, f1: 0 },
      { label: "a fish", support: 0, predicted: 1, precision: 0, recall: null, f1: 0 },
    ]);
    expect(result.accuracy).toBe(0.5);
    expect(result.macroF1).toBeCloseTo((2 / 3 + 1 / 2) / 4, 12);
    expect(result.total).toBe(6);
  });

  it("is empty without pairs", () => {
    expect(confusionMatrix([])).toEqual({
      labels: [],
      counts: [],
      perClass: [],
      accuracy: null,
      macroF1: null,
      total: 0,
    });
  });

  it("takes any text as a label", () => {
    const result = confusionMatrix([
      { expected: "__proto__", actual: "constructor" },
      { expected: "", actual: "__proto__" },
    ]);
    expect(result.labels).toEqual(["", "__proto__", "constructor"]);
    expect(result.accuracy).toBe(0);
  });

  it("loses no pair", () => {
    const label = fc.constantFrom("a", "b", "c", "d");
    fc.assert(
      fc.property(fc.array(fc.record({ expected: label, actual: label })), (pairs) => {
        const { counts, total, perClass } = confusionMatrix(pairs);
        expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(pairs.length);
        expect(perClass.reduce((sum, scores) => sum + scores.support, 0)).toBe(total);
        expect(perClass.reduce((sum, scores) => sum + scores.predicted, 0)).toBe(total);
      }),
    );
  });
});
