import fc from "fast-check";
import { expect, test } from "vitest";
import { boxOf, type Labelled, overlaps, placeLabels } from "./frontier-labels.ts";

const at = (label: string, left: number, top: number): Labelled => ({
  label,
  left,
  leftLow: left,
  leftHigh: left,
  top,
  topLow: Math.min(100, top + 5),
  topHigh: Math.max(0, top - 5),
});
const plain = { corners: [], reference: null, heightPx: 300 };

test("a label stands above its point, on the side with more room", () => {
  expect(placeLabels([at("a model", 20, 50), at("another", 90, 50)], plain)).toEqual([
    { labelSide: "right", labelShiftPx: 0 },
    { labelSide: "left", labelShiftPx: 0 },
  ]);
});

test("it moves off a line that it would lie on", () => {
  const [place] = placeLabels([at("a model", 20, 50)], { ...plain, reference: 47 });
  expect(place).not.toEqual({ labelSide: "right", labelShiftPx: 0 });
});

test("six models with names that are not short, wherever they are, keep their labels apart and within the plot", () => {
  const percent = fc.integer({ min: 5, max: 95 });
  const models = fc.array(fc.tuple(percent, percent), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(models, (places) => {
      const points = places.map(([left, top], index) => at(`model number ${index}`, left, top));
      const labels = placeLabels(points, plain);
      const boxes = points.map((point, index) =>
        boxOf(point, labels[index] ?? { labelSide: "right", labelShiftPx: 0 }, 300),
      );
      for (const [index, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(300);
        for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
      }
    }),
  );
});
