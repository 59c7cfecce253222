import { expect, test } from "vitest";
import { defaultRunOptions } from "./default-run-options.ts";
import { optionsSummary, seedNote } from "./options-summary.ts";

test.each([
  [{}, "1 repetition, no cache, no budget, normal priority"],
  [
    { repetitions: 5, useCache: true, budgetMicroUsd: 2_500_000, priority: "high" as const, maxTries: 1 },
    "5 repetitions, with the cache, a budget of $2.50, high priority, 1 try",
  ],
  [{ maxTries: 8 }, "1 repetition, no cache, no budget, normal priority, at most 8 tries"],
])("%j", (part, sentence) => {
  expect(optionsSummary({ ...defaultRunOptions, ...part })).toBe(sentence);
});

test("seeds are told where there are any, and their absence where cases are asked again", () => {
  const [seeded, plain] = [
    { name: "A", seed: 7 },
    { name: "B", seed: null },
  ];
  expect(seedNote([seeded, plain], 1)).toBeNull();
  expect(seedNote([], 5)).toBeNull();
  expect(seedNote([seeded, plain], 5)).toBe("A is asked with the seeds 7 to 11.");
  expect(seedNote([plain], 5)).toContain("None of the chosen models has a seed");
});
