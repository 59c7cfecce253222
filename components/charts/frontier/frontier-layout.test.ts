import { expect, test } from "vitest";
import { boxOf, overlaps } from "./frontier-labels.ts";
import { type FrontierPoint, frontierLayout } from "./frontier-layout.ts";

const point = (id: string, x: number, y: number): FrontierPoint => ({
  id,
  label: id,
  x,
  xLow: x * 0.9,
  xHigh: x * 1.1,
  y,
  yLow: y - 0.02,
  yHigh: y + 0.02,
  tone: "plain",
  href: "/",
});
const options = { scale: "log", reference: null, heightPx: 300 } as const;

test("equal ratios are equally far apart on a logarithmic axis", () => {
  const { points } = frontierLayout([point("a", 1, 0.5), point("b", 10, 0.6), point("c", 100, 0.7)], options);
  const at = (id: string) => points.find((one) => one.id === id)?.left ?? Number.NaN;
  expect(at("b") - at("a")).toBeCloseTo(at("c") - at("b"), 6);
});

test("the line steps over the points that no other beats in both", () => {
  const { frontier, points } = frontierLayout(
    [point("cheap", 1, 0.5), point("beaten", 5, 0.45), point("good", 10, 0.9)],
    options,
  );
  const of = (id: string) => points.find((one) => one.id === id);
  const [cheap, good] = [of("cheap"), of("good")];
  expect(frontier).toEqual([
    [cheap?.left, cheap?.top],
    [good?.left, cheap?.top],
    [good?.left, good?.top],
    [100, good?.top],
  ]);
});

test("everything lies within the plot, and labels of close points do not cover each other", () => {
  const close = [point("a", 1, 0.5), point("b", 1.01, 0.501), point("c", 1.02, 0.499)];
  const { points, xTicks } = frontierLayout(close, { ...options, reference: 0.9 });
  const boxes = points.map((one) => boxOf(one, one, 300));
  for (const [index, box] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
  }
  expect(xTicks.length).toBeGreaterThanOrEqual(2);
  for (const one of points) {
    for (const at of [one.left, one.leftLow, one.leftHigh, one.top, one.topLow, one.topHigh]) {
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(100);
    }
  }
});

test("a linear axis begins at nothing", () => {
  const { xTicks } = frontierLayout([point("a", 400, 0.5)], { ...options, scale: "linear" });
  expect(xTicks[0]).toEqual({ value: 0, at: 0 });
});
