import { expect, test } from "vitest";
import { defaultRunOptions } from "#lib/runs/starting/options/default-run-options.ts";
import { type OptionTexts, readOptions } from "./option-texts.ts";

const empty: OptionTexts = { repetitions: "", cache: false, budget: "", priority: "normal", tries: "" };

test("nothing typed is every default", () => {
  expect(readOptions(empty)).toEqual({ options: defaultRunOptions, problems: {} });
});

test("what a link carries is read", () => {
  const texts: OptionTexts = { repetitions: "5", cache: true, budget: "2.50", priority: "high", tries: "1" };
  expect(readOptions(texts)).toEqual({
    options: { repetitions: 5, useCache: true, budgetMicroUsd: 2_500_000, priority: "high", maxTries: 1 },
    problems: {},
  });
});

test.each([
  [{ repetitions: "0" }, "repetitions"],
  [{ repetitions: "101" }, "repetitions"],
  [{ repetitions: "2.5" }, "repetitions"],
  [{ repetitions: "many" }, "repetitions"],
  [{ tries: "21" }, "tries"],
  [{ budget: "0" }, "budget"],
  [{ budget: "-1" }, "budget"],
  [{ budget: "lots" }, "budget"],
  [{ budget: "1000001" }, "budget"],
  [{ budget: "0.0000001" }, "budget"],
])("%j is told at its field", (part, field) => {
  expect(Object.keys(readOptions({ ...empty, ...part }).problems)).toEqual([field]);
});
