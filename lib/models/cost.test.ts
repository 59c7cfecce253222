import fc from "fast-check";
import { expect, test } from "vitest";
import { costMicroUsd } from "./cost.ts";

const usage = (promptTokens: number | null, completionTokens: number | null) => ({
  promptTokens,
  completionTokens,
});

test.each([
  ["a round million of each", usage(1_000_000, 1_000_000), [150_000, 600_000], 750_000],
  ["rounded once, not part by part", usage(1, 1), [400_000, 400_000], 1],
  ["too small to count", usage(1, 0), [150_000, 600_000], 0],
  ["built-in: free without any token count", usage(null, null), [0, 0], 0],
  ["free input, priced output", usage(null, 2_000_000), [0, 5_000_000], 10_000_000],
  ["input price unknown", usage(10, 10), [null, 600_000], null],
  ["output price unknown, even with no output", usage(10, 0), [150_000, null], null],
  ["priced, but the server reported no tokens", usage(null, 10), [150_000, 600_000], null],
  ["a count that is not one", usage(Number.NaN, 10), [150_000, 600_000], null],
  ["a negative count", usage(-5, 10), [150_000, 600_000], null],
  ["more than the column holds", usage(Number.MAX_SAFE_INTEGER, 0), [2_000_000_000, 0], null],
] as const)("%s", (_name, tokens, [inputPrice, outputPrice], expected) => {
  expect(costMicroUsd(tokens, { inputPrice, outputPrice })).toBe(expected);
});

test("is a whole number that fits the column, or null, whatever comes in", () => {
  const tokens = fc.option(fc.double(), { nil: null });
  const price = fc.option(fc.nat(2_147_483_647), { nil: null });
  fc.assert(
    fc.property(tokens, tokens, price, price, (prompt, completion, inputPrice, outputPrice) => {
      const cost = costMicroUsd(usage(prompt, completion), { inputPrice, outputPrice });
      expect(cost === null || (Number.isInteger(cost) && cost >= 0 && cost <= 2_147_483_647)).toBe(true);
    }),
  );
});
