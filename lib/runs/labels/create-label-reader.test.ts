import { expect, test } from "vitest";
import { createLabelReader } from "./create-label-reader.ts";

const labels = new Set(["billing", "login", "Bug report"]);

test.each([
  ["billing", "billing"],
  ["  billing\n", "billing"],
  ["BUG REPORT", "Bug report"],
  ["The label is billing", "(other)"],
  ["", "(other)"],
  ["__proto__", "(other)"],
])("the answer %j reads as %s", (output, label) => {
  expect(createLabelReader(labels)(output)).toBe(label);
});

test("labels that differ only in case are told apart", () => {
  const read = createLabelReader(new Set(["us", "US"]));
  expect([read("us"), read("US")]).toEqual(["us", "US"]);
});
