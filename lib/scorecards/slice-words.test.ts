import { expect, test } from "vitest";
import { dimensionLabel, sliceLabel, sliceValueLabel } from "./slice-words.ts";

test("names are those that people use", () => {
  expect(["tag", "split", "metadata.metadata.x"].map(dimensionLabel)).toEqual(["Tag", "Split", "metadata.x"]);
  expect(sliceValueLabel({ dimension: "split", value: "held_out" })).toBe("held-out");
  expect(sliceValueLabel({ dimension: "tag", value: "held_out" })).toBe("held_out");
});

test("by itself a slice says what it is of", () => {
  expect(sliceLabel({ dimension: "tag", value: "billing" })).toBe("tag: billing");
  expect(sliceLabel({ dimension: "metadata.language", value: "de" })).toBe("language: de");
  expect(sliceLabel({ dimension: "split", value: "held_out" })).toBe("held-out");
});
