import { expect, test } from "vitest";
import { formatPrice } from "./format-price.ts";
import { newDraft, readDraft } from "./price-draft.ts";

const draft = { ...newDraft("2026-11-21"), providerModel: "m" };

test("typed dollars become micro-dollars, and empty stays unknown", () => {
  expect(readDraft({ ...draft, inputPrice: "$0.15", outputPrice: "0,6" })).toEqual({
    input: {
      priceId: null,
      providerModel: "m",
      validFrom: "2026-11-21",
      inputPrice: 150_000,
      outputPrice: 600_000,
      cachedInputPrice: null,
    },
  });
});

test("text that is no number is told at its field", () => {
  expect(readDraft({ ...draft, inputPrice: "cheap", outputPrice: "1" })).toEqual({
    problems: { inputPrice: expect.stringContaining("Enter a number") },
  });
});

test.each([
  [150_000, "$0.15"],
  [20_000, "$0.02"],
  [3_625, "$0.003625"],
  [180_000_000, "$180.00"],
  [0, "$0.00"],
  [null, "unknown"],
])("%s micro-dollars are printed as %s", (price, text) => {
  expect(formatPrice(price)).toBe(text);
});
