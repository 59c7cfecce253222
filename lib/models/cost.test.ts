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
  ["input price unknown, all of it cached", { ...usage(10, 0), cachedTokens: 10 }, [null, 0, 5], null],
  ["cached input at its own price", { ...usage(1_000_000, 0), cachedTokens: 400_000 }, [10, 0, 1], 6],
  ["cached input without a price of its own", { ...usage(1_000_000, 0), cachedTokens: 400_000 }, [10, 0], 10],
  ["cached input that is free", { ...usage(1_000_000, 0), cachedTokens: 1_000_000 }, [10, 0, 0], 0],
  ["no word about cached input", { ...usage(1_000_000, 0), cachedTokens: null }, [10, 0, 1], 10],
  ["more cached than sent", { ...usage(10, 0), cachedTokens: 11 }, [1_000_000, 0, 1], null],
  ["a cached count that is not one", { ...usage(10, 0), cachedTokens: -1 }, [1_000_000, 0, 1], null],
  ["more than the column holds", usage(Number.MAX_SAFE_INTEGER, 0), [2_000_000_000, 0], null],
] as const)("%s", (_name, tokens, [inputPrice, outputPrice, cachedInputPrice = null], expected) => {
  expect(costMicroUsd(tokens, { inputPrice, outputPrice, cachedInputPrice })).toBe(expected);
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

const count = fc.nat(2_000_000);
const price = fc.nat(100_000_000);

test("agrees with exact arithmetic to the last micro-dollar", () => {
  fc.assert(
    fc.property(
      count,
      count,
      fc.nat(1_000),
      price,
      price,
      price,
      (prompt, completion, share, input, output, cached) => {
        const cachedTokens = Math.floor((prompt * share) / 1_000);
        const exact =
          BigInt(prompt - cachedTokens) * BigInt(input) +
          BigInt(cachedTokens) * BigInt(cached) +
          BigInt(completion) * BigInt(output);
        const cost = costMicroUsd(
          { promptTokens: prompt, completionTokens: completion, cachedTokens },
          { inputPrice: input, outputPrice: output, cachedInputPrice: cached },
        );
        const rounded = Number((exact + 500_000n) / 1_000_000n);
        expect(cost).toBe(rounded > 2_147_483_647 ? null : rounded);
      },
    ),
  );
});

test("never falls when there are more tokens", () => {
  fc.assert(
    fc.property(
      count,
      count,
      fc.nat(1_000),
      price,
      price,
      (prompt, completion, more, inputPrice, outputPrice) => {
        const before = costMicroUsd(usage(prompt, completion), { inputPrice, outputPrice });
        const after = costMicroUsd(usage(prompt + more, completion), { inputPrice, outputPrice });
        if (before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before);
      },
    ),
  );
});
