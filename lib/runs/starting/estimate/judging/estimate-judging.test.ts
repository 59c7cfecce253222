import { describe, expect, test } from "vitest";
import type { EstimateBasis } from "../estimate-basis.ts";
import { estimateJudging } from "./estimate-judging.ts";
import type { JudgePrompts, JudgingOutlook } from "./judging-outlook.ts";

const price = (inputPrice: number | null, outputPrice: number | null) => ({
  inputPrice,
  outputPrice,
  cachedInputPrice: null,
  source: "model",
});
const usual = price(1_000_000, 2_000_000);
const outlook = (part: Partial<JudgingOutlook>): JudgingOutlook => ({
  graderVersionId: "g",
  name: "Rubric",
  callsPerAnswer: 1,
  prices: [usual],
  isCached: false,
  basis: { kind: "nothing" },
  ...part,
});
const history = (counted: number, sd = 0) => ({
  counted,
  promptTokens: { mean: 200, sd },
  completionTokens: { mean: 50, sd: 0 },
});
const prompts = (part: Partial<JudgePrompts> = {}): JudgePrompts => ({
  price: usual,
  calls: 1,
  characters: 400,
  answers: 0,
  maxTokens: 100,
  ...part,
});
const counted = (...judges: JudgePrompts[]) =>
  outlook({ prices: judges.map((one) => one.price), basis: { kind: "prompts", cases: 30, judges } });
const asked = { cases: 1_000, repetitions: 1 };
const unknownLength: EstimateBasis = { kind: "nothing" };
const answersOf = (mean: number): EstimateBasis => ({
  kind: "version-on-dataset",
  history: {
    counted: 50,
    answered: 50,
    promptTokens: { mean: 1, sd: 0 },
    completionTokens: { mean, sd: 0 },
    cachedTokens: 0,
    latencyMs: null,
  },
});
const cost = (one: JudgingOutlook, answer: EstimateBasis = unknownLength) =>
  estimateJudging(one, answer, asked).costMicroUsd;

describe("from earlier judgements", () => {
  test("of the dataset: the prediction interval, a quarter either way at least, computed by hand", () => {
    // 1,000 × (200 × 1 + 50 × 2) = 300,000, and a quarter of it.
    const steady = outlook({ basis: { kind: "on-dataset", history: history(100) } });
    expect(cost(steady)).toEqual({ low: 225_000, high: 375_000 });
    // 1.96 × 1,000 × 500 × √(1/1,000 + 1/100) = 102,783.3 either way for the 200,000 of the prompts.
    const uneven = outlook({ basis: { kind: "on-dataset", history: history(100, 500) } });
    expect(cost(uneven)).toEqual({ low: 97_216 + 75_000, high: 302_784 + 125_000 });
  });

  test.each([
    ["few judgements", "on-dataset", 9],
    ["another dataset", "elsewhere", 100],
  ] as const)("%s: half to double", (_name, kind, n) => {
    expect(cost(outlook({ basis: { kind, history: history(n) } }))).toEqual({ low: 150_000, high: 600_000 });
  });

  test("of a panel: from the cheapest price to the dearest", () => {
    const prices = [usual, price(2_000_000, 8_000_000)];
    const panel = outlook({ prices, basis: { kind: "elsewhere", history: history(100) } });
    expect(cost(panel)).toEqual({ low: 150_000, high: 2 * (400_000 + 400_000) });
  });
});

describe("from counted prompts", () => {
  test("one token for 4 characters, a quarter either way; 1 token to the maximum for the verdict", () => {
    expect(cost(counted(prompts()))).toEqual({ low: 75_000 + 2_000, high: 125_000 + 200_000 });
    expect(cost(counted(prompts({ maxTokens: null })))).toEqual({ low: 77_000, high: null });
  });

  test("the judged answer is as long as the model answers, as often as it stands in the prompts", () => {
    // Both orders of a pair: twice 100 tokens of prompt, twice 60 of the answer.
    const pair = counted(prompts({ calls: 2, characters: 800, answers: 2, maxTokens: 200 }));
    expect(cost(pair, answersOf(60))).toEqual({ low: 240_000 + 4_000, high: 400_000 + 400_000 });
    expect(cost(pair)).toEqual({ low: 150_000 + 4_000, high: null });
    const bounded: EstimateBasis = { kind: "characters", promptCharacters: 10, maxTokens: 60 };
    expect(cost(pair, bounded)).toEqual({ low: 154_000, high: 800_000 });
  });

  test("each judge of a panel has its own price, and a free one adds nothing", () => {
    const free = prompts({ price: price(0, 0), maxTokens: null });
    expect(cost(counted(prompts(), free, prompts()))).toEqual({ low: 154_000, high: 650_000 });
  });

  test("an embedding has no verdict, and what was embedded before is not paid", () => {
    const embedding = prompts({ price: price(1_000_000, 0), maxTokens: 0 });
    expect(cost({ ...counted(embedding), isCached: true })).toEqual({ low: 0, high: 125_000 });
  });
});

test.each([
  [outlook({ prices: [price(1, null)] }), "the price of its judge is unknown"],
  [outlook({ prices: [usual, price(null, null)] }), "the price of one of its judges is unknown"],
  [outlook({}), "no case of this dataset"],
])("is unknown with its reason: %#", (one, words) => {
  expect(estimateJudging(one, unknownLength, asked)).toMatchObject({
    costMicroUsd: null,
    costUnknownBecause: expect.stringContaining(words),
  });
});

test("what is free, and a webhook, costs exactly nothing; the calls are counted all the same", () => {
  const free = outlook({ prices: [price(0, 0)], callsPerAnswer: 3 });
  expect(estimateJudging(free, unknownLength, asked)).toMatchObject({
    costMicroUsd: { low: 0, high: 0 },
    calls: 3_000,
  });
  expect(estimateJudging(outlook({ prices: [] }), unknownLength, asked).restsOn).toMatch(/not billed here/);
});
