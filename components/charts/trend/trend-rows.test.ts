import { expect, test } from "vitest";
import { trendRows } from "./trend-rows.ts";

test("series meet at the same x, in order, with bands only where both ends are known", () => {
  const rows = trendRows([
    {
      id: "a",
      label: "A",
      points: [
        { x: 2, y: 0.9, low: 0.8, high: 0.95 },
        { x: 1, y: 0.7, low: 0.6, high: null },
      ],
    },
    {
      id: "b",
      label: "B",
      points: [
        { x: 2, y: null },
        { x: Number.NaN, y: 1 },
      ],
    },
  ]);
  expect(rows.map((row) => row.x)).toEqual([1, 2]);
  expect(rows[0]?.bands).toEqual({});
  expect(rows[1]?.bands).toEqual({ a: [0.8, 0.95] });
  expect(Object.keys(rows[1]?.points ?? {})).toEqual(["a", "b"]);
});
