import { describe, expect, test } from "vitest";
import { toggleAllRows, toggleRow } from "./row-selection.ts";

const rows = ["a", "b", "c", "d"];

describe("row selection", () => {
  test.each([
    ["ticks one", [], "b", null, ["b"]],
    ["unticks one", ["a", "b"], "b", null, ["a"]],
    ["Shift ticks the range downwards", ["a"], "c", "a", ["a", "b", "c"]],
    ["Shift ticks the range upwards", ["d"], "b", "d", ["b", "c", "d"]],
    ["Shift unticks the range", ["a", "b", "c"], "c", "a", []],
    ["an anchor that is gone is ignored", ["a"], "c", "gone", ["a", "c"]],
  ] as const)("%s", (_name, selected, rowId, anchor, expected) => {
    expect([...toggleRow(new Set(selected), rows, rowId, anchor)].sort()).toEqual(expected);
  });

  test("ticking all keeps rows that are not loaded", () => {
    expect([...toggleAllRows(new Set(["z"]), rows)].sort()).toEqual(["a", "b", "c", "d", "z"]);
    expect([...toggleAllRows(new Set([...rows, "z"]), rows)]).toEqual(["z"]);
  });
});
