import { expect, test } from "vitest";
import { isLabelTask } from "./is-label-task.ts";

const labels = new Set(["billing", "login", "Bug report"]);

test.each([
  ["few short values, each several times", labels, 30, true],
  ["one value only", new Set(["billing"]), 30, false],
  ["values that hardly repeat", labels, 5, false],
  ["more than 200 values", new Set(Array.from({ length: 201 }, (_, i) => `label ${i}`)), 10_000, false],
  ["sentences", new Set(["x".repeat(61), "y"]), 100, false],
  ["several lines", new Set(["a\nb", "c"]), 100, false],
  ["an empty value", new Set(["", "c"]), 100, false],
])("%s", (_name, values, cases, expected) => {
  expect(isLabelTask(values, cases)).toBe(expected);
});
