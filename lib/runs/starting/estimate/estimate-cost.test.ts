import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerHistory, EstimateBasis, ModelOutlook } from "./estimate-basis.ts";
import { type Asked, estimateCost } from "./estimate-cost.ts";
import { estimateTotal } from "./estimate-total.ts";

const history = (part: Partial<AnswerHistory> = {}): AnswerHistory => ({
  counted: 100,
  promptTokens: { mean: 200, sd: 20 },
  completionTokens: { mean: 50, sd: 10 },
  cachedTokens: 0,
  answered: 100,
  latencyMs: 500,
  ...part,
});

const outlook = (basis: EstimateBasis, part: Partial<ModelOutlook> = {}): ModelOutlook => ({
  versionId: "v",
  price: { inputPrice: 1_000_000, outputPrice: 2_000_000, cachedInputPrice: null, source: "model" },
  lane: "c",
  concurrency: 10,
  requestsPerMinute: null,
  tokensPerMinute: null,
  basis,
  ...part,
});

const asked: Asked = { cases: 1_000, repetitions: 1, useCache: false };
const sameVersion = outlook({ kind: "version-on-dataset", history: history() });

describe("cost", () => {
  test("with history of the version: a prediction interval around cases × mean, computed by hand", () => {
    const { costMicroUsd } = estimateCost(sameVersion, asked);
    // 1,000 × (200 × 1 + 50 × 2) = 300,000; margin 1.96 × 1,000 × (20 × 1 + 10 × 2) × √(1/1,000 + 1/100) = 8,222.8
    expect(costMicroUsd).toEqual({ low: 291_777, high: 308_223 });
  });

  test.each(["model-on-dataset", "model-elsewhere"] as const)(
    "with history of the kind %s: half to double",
    (kind) => {
      const { costMicroUsd } = estimateCost(outlook({ kind, history: history() }), asked);
      expect(costMicroUsd).toEqual({ low: 150_000, high: 600_000 });
    },
  );

  test("few answers are no ground for a narrow range", () => {
    const few = history({ counted: 9, answered: 9 });
    const { costMicroUsd } = estimateCost(outlook({ kind: "version-on-dataset", history: few }), asked);
    expect(costMicroUsd).toEqual({ low: 150_000, high: 600_000 });
  });

  test("without history: from characters, and no upper end without a maximum of tokens", () => {
    const ask = (maxTokens: number | null) =>
      estimateCost(outlook({ kind: "characters", promptCharacters: 400, maxTokens }), asked).costMicroUsd;
    // 100 tokens a prompt, a quarter less or more; 1 or 64 tokens an answer.
    expect(ask(64)).toEqual({ low: 75_000 + 2_000, high: 125_000 + 128_000 });
    expect(ask(null)).toEqual({ low: 77_000, high: null });
  });

  test("what the provider's cache served before lowers the lower end only", () => {
    const cached = history({ cachedTokens: 100 });
    const price = { inputPrice: 1_000_000, outputPrice: 2_000_000, cachedInputPrice: 0, source: "model" };
    const basis = { kind: "version-on-dataset", history: cached } as const;
    const { costMicroUsd } = estimateCost(outlook(basis, { price }), asked);
    expect(costMicroUsd?.low).toBeLessThan(210_000);
    expect(costMicroUsd?.high).toBe(308_223);
  });

  test("free is exactly nothing, whatever is known of tokens; our own cache may leave nothing to pay", () => {
    const price = { inputPrice: 0, outputPrice: 0, cachedInputPrice: 0, source: "built in" };
    expect(estimateCost(outlook({ kind: "nothing" }, { price }), asked).costMicroUsd).toEqual({
      low: 0,
      high: 0,
    });
    expect(estimateCost(sameVersion, { ...asked, useCache: true }).costMicroUsd).toEqual({
      low: 0,
      high: 308_223,
    });
  });

  test.each([
    [outlook({ kind: "nothing" }), "nothing to estimate"],
    [
      outlook({
        kind: "version-on-dataset",
        history: history({ counted: 0, promptTokens: null, completionTokens: null }),
      }),
      "not reported any token counts",
    ],
    [{ ...sameVersion, price: { ...sameVersion.price, outputPrice: null } }, "price is unknown"],
  ])("is unknown with its reason: %#", (model, words) => {
    const { costMicroUsd, costUnknownBecause } = estimateCost(model, asked);
    expect(costMicroUsd).toBeNull();
    expect(costUnknownBecause).toContain(words);
  });
});

describe("time", () => {
  test.each([
    ["concurrency", {}, 50],
    ["requests a minute", { requestsPerMinute: 600 }, 100],
    ["tokens a minute", { tokensPerMinute: 50_000 }, 300],
  ])("is set by the %s", (_name, limits, seconds) => {
    expect(estimateCost({ ...sameVersion, ...limits }, asked).seconds).toBeCloseTo(seconds, 0);
  });

  test("of several runs: one after the other on a connection, side by side on two", () => {
    const estimate = estimateCost(sameVersion, asked);
    const total = estimateTotal([
      { lane: "a", estimate, judging: [] },
      { lane: "a", estimate, judging: [] },
      { lane: "b", estimate, judging: [] },
    ]);
    expect(total).toMatchObject({ seconds: 100, costUnknown: 0 });
    expect(total.costMicroUsd).toEqual({ low: 3 * 291_777, high: 3 * 308_223 });
    const unknown = estimateCost(outlook({ kind: "nothing" }), asked);
    expect(
      estimateTotal([
        { lane: "a", estimate, judging: [] },
        { lane: "a", estimate: unknown, judging: [] },
      ]),
    ).toMatchObject({
      seconds: null,
      costUnknown: 1,
      costMicroUsd: { low: 291_777, high: 308_223 },
    });
  });
});

describe("properties", () => {
  const spread = fc.record({
    mean: fc.double({ min: 0, max: 1e5, noNaN: true }),
    sd: fc.double({ min: 0, max: 1e5, noNaN: true }),
  });
  const basis: fc.Arbitrary<EstimateBasis> = fc.oneof(
    fc.record({
      kind: fc.constantFrom(
        "version-on-dataset" as const,
        "model-on-dataset" as const,
        "model-elsewhere" as const,
      ),
      history: fc.record({
        counted: fc.nat(5_000),
        answered: fc.nat(5_000),
        promptTokens: spread,
        completionTokens: spread,
        cachedTokens: fc.double({ min: 0, max: 1e5, noNaN: true }),
        latencyMs: fc.double({ min: 0, max: 1e5, noNaN: true }),
      }),
    }),
    fc.record({
      kind: fc.constant("characters" as const),
      promptCharacters: fc.double({ min: 0, max: 1e6, noNaN: true }),
      maxTokens: fc.option(fc.integer({ min: 1, max: 1e5 }), { nil: null }),
    }),
  );
  const price = fc.nat(100_000_000);
  const ask = fc.record({
    cases: fc.integer({ min: 1, max: 100_000 }),
    repetitions: fc.integer({ min: 1, max: 100 }),
    useCache: fc.boolean(),
  });

  test("a range is whole, in order and not below nothing", () => {
    fc.assert(
      fc.property(basis, price, price, price, ask, (one, inputPrice, outputPrice, cached, question) => {
        const cachedInputPrice = Math.min(cached, inputPrice);
        const model = outlook(one, { price: { inputPrice, outputPrice, cachedInputPrice, source: "model" } });
        const { costMicroUsd } = estimateCost(model, question);
        if (costMicroUsd === null) return;
        const { low, high } = costMicroUsd;
        expect(Number.isInteger(low) && low >= 0).toBe(true);
        if (high !== null) expect(Number.isInteger(high) && high >= low).toBe(true);
      }),
    );
  });

  test("more repetitions never cost less", () => {
    fc.assert(
      fc.property(basis, price, price, ask, (one, inputPrice, outputPrice, question) => {
        const model = outlook(one, {
          price: { inputPrice, outputPrice, cachedInputPrice: null, source: "model" },
        });
        const less = estimateCost(model, question).costMicroUsd;
        const more = estimateCost(model, { ...question, repetitions: question.repetitions + 1 }).costMicroUsd;
        if (less === null || more === null) return;
        expect(more.low).toBeGreaterThanOrEqual(less.low);
        if (less.high !== null && more.high !== null) expect(more.high).toBeGreaterThanOrEqual(less.high);
      }),
    );
  });

  test("the bill of further answers like the earlier ones falls into the range about 95 times in 100", () => {
    let seed = 7;
    const uniform = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return (seed + 0.5) / 2_147_483_648;
    };
    const normal = (mean: number, sd: number) =>
      mean + sd * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    let inside = 0;
    const trials = 1_000;
    for (let trial = 0; trial < trials; trial++) {
      const seen = Array.from({ length: 50 }, () => normal(200, 40));
      const mean = seen.reduce((sum, x) => sum + x, 0) / seen.length;
      const sd = Math.sqrt(seen.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (seen.length - 1));
      const model = outlook({
        kind: "version-on-dataset",
        history: history({ counted: 50, promptTokens: { mean, sd }, completionTokens: { mean: 0, sd: 0 } }),
      });
      const { low, high } = estimateCost(model, { ...asked, cases: 100 }).costMicroUsd ?? { low: 0, high: 0 };
      const bill = Array.from({ length: 100 }, () => normal(200, 40)).reduce((sum, x) => sum + x, 0);
      if (low <= bill && bill <= (high ?? 0)) inside += 1;
    }
    expect(inside / trials).toBeGreaterThan(0.92);
    expect(inside / trials).toBeLessThan(0.98);
  });
});
