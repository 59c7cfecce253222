import { expect, test } from "vitest";
import { confusionCells, topConfusions } from "./confusion-cells.ts";

const labels = ["card", "cash", "loan"];
const counts = [
  { actual: "card", predicted: "card", count: 8 },
  { actual: "card", predicted: "cash", count: 2 },
  { actual: "cash", predicted: "loan", count: 2 },
  { actual: "loan", predicted: "loan", count: 5 },
  { actual: "loan", predicted: "cash", count: 0 },
  { actual: "card", predicted: "not a label", count: 3 },
];

test("shares are of the row, and unknown labels stay out of every total", () => {
  const table = confusionCells(labels, counts);
  expect(table.rowTotals).toEqual([10, 2, 5]);
  expect(table.columnTotals).toEqual([8, 2, 7]);
  expect(table.total).toBe(17);
  expect(table.cells.find((cell) => cell.row === 0 && cell.column === 1)?.share).toBe(0.2);
});

test("top confusions leave the diagonal out and put the larger share first among equals", () => {
  const top = topConfusions(confusionCells(labels, counts).cells, 5);
  expect(top.map((cell) => [cell.row, cell.column])).toEqual([
    [1, 2],
    [0, 1],
  ]);
});

test("the same pair counted twice is one cell", () => {
  const pair = { actual: "card", predicted: "cash", count: 2 };
  expect(confusionCells(labels, [pair, pair]).cells).toEqual([{ row: 0, column: 1, count: 4, share: 1 }]);
});

test("no counts give an empty table, not NaN", () => {
  expect(confusionCells(labels, [])).toEqual({
    cells: [],
    rowTotals: [0, 0, 0],
    columnTotals: [0, 0, 0],
    total: 0,
  });
});
