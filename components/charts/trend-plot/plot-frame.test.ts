import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FrameInput, nearestColumn, plotFrame } from "./plot-frame.ts";
import { bandPath, labelsThatFit, linePath } from "./plot-paths.ts";
import type { PlotPoint } from "./plot-types.ts";

const point = (x: number, y: number | null, band: [number, number] | null = null): PlotPoint => ({
  x,
  y,
  low: band?.[0] ?? null,
  high: band?.[1] ?? null,
  n: 10,
  run: x,
  label: "",
});
const frameOf = (points: PlotPoint[], change: Partial<FrameInput> = {}) =>
  plotFrame({
    lines: [{ id: "a", label: "A", colour: "red", points }],
    limits: null,
    references: [],
    width: 800,
    height: 300,
    bounds: [0, 1],
    whole: true,
    ...change,
  });

describe("the frame of a plot", () => {
  test("holds every point, interval, limit and reference", () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 20 }), unit, (values, value) => {
        const frame = frameOf(
          values.map((y, index) => point(index, y)),
          { references: [{ from: 0, to: 1, value, label: "" }] },
        );
        for (const shown of [...values, value]) {
          expect(frame.y(shown)).toBeGreaterThanOrEqual(frame.top - 0.01);
          expect(frame.y(shown)).toBeLessThanOrEqual(frame.bottom + 0.01);
        }
        expect(frame.yTicks[0]).toBeGreaterThanOrEqual(0);
        expect(frame.yTicks.at(-1)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("runs that all stand at a bound have an axis within the bounds", () => {
    for (const bound of [0, 1]) {
      const { yTicks } = frameOf([point(1, bound), point(2, bound)]);
      expect(yTicks.length).toBeGreaterThanOrEqual(2);
      expect([yTicks[0], yTicks.at(-1)]).toEqual(bound === 1 ? [0, 1] : [0, expect.any(Number)]);
      expect(yTicks.at(-1)).toBeLessThanOrEqual(1);
    }
  });

  test("one run stands in the middle, and no run still gives axes", () => {
    const one = frameOf([point(7, 0.5)]);
    expect(one.x(7)).toBeCloseTo((one.left + one.right) / 2, 6);
    expect(one.xTicks).toEqual([7]);
    expect(frameOf([]).yTicks.length).toBeGreaterThanOrEqual(2);
  });

  test("runs have whole ticks", () => {
    expect(frameOf([point(3, 0.5), point(5, 0.5)]).xTicks).toEqual([3, 4, 5]);
  });

  test("the nearest column to a place", () => {
    const frame = frameOf([point(1, 0.5), point(2, 0.5), point(9, 0.5)]);
    expect(nearestColumn(frame, frame.left)).toBe(1);
    expect(nearestColumn(frame, frame.x(2) + 5)).toBe(2);
    expect(nearestColumn(frameOf([]), 10)).toBeNull();
  });
});

const scales = { x: (value: number) => value, y: (value: number) => value };

test("a line passes over what is unknown; a band needs both ends twice", () => {
  expect(linePath([point(1, 2), point(2, null), point(3, 4)], scales)).toBe("M1.0 2.0L3.0 4.0");
  expect(bandPath([point(1, 2, [1, 3]), point(2, 2)], scales)).toBe("");
  expect(bandPath([point(1, 2, [1, 3]), point(2, 2, [0, 4])], scales)).toBe(
    "M1.0 3.0L2.0 4.0L2.0 0.0L1.0 1.0Z",
  );
});

test("labels never cover each other, and turn round at the edge", () => {
  const placed = labelsThatFit(
    [
      { x: 0, label: "dataset v2" },
      { x: 20, label: "covered" },
      { x: 190, label: "at the edge" },
    ],
    { left: 0, right: 200 },
  );
  expect(placed.map(({ label, end }) => [label, end])).toEqual([
    ["dataset v2", false],
    ["at the edge", true],
  ]);
});
