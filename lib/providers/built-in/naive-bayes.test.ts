import { describe, expect, it } from "vitest";
import { hasBanking77, readBanking77 } from "../testing/banking77.ts";
import { naiveBayesConfigSchema, trainNaiveBayes } from "./naive-bayes.ts";

const config = (values: object = {}) => naiveBayesConfigSchema.parse(values);

describe("naive Bayes", () => {
  it("agrees with the worked example of Manning et al. (2008), example 13.1", () => {
    const examples = [
      ["Chinese Beijing Chinese", "yes"],
      ["Chinese Chinese Shanghai", "yes"],
      ["Chinese Macao", "yes"],
      ["Tokyo Japan Chinese", "no"],
    ].map(([input, expected]) => ({ input, expected }));
    const { output, confidence } = trainNaiveBayes(examples, config({ alpha: 1 })).predict(
      "Chinese Chinese Chinese Tokyo Japan",
    );
    expect(output).toBe("yes");
    const yes = (3 / 4) * (3 / 7) ** 3 * (1 / 14) ** 2;
    const no = (1 / 4) * (2 / 9) ** 3 * (2 / 9) ** 2;
    expect(confidence).toBeCloseTo(yes / (yes + no), 12);
  });

  it("gives ties to the alphabetically first label, and unknown words to the most frequent", () => {
    const tied = trainNaiveBayes(
      [
        { input: "x x y", expected: "b" },
        { input: "x y y", expected: "a" },
      ],
      config(),
    );
    expect(tied.predict("x y")).toEqual({ output: "a", confidence: expect.closeTo(0.5, 9) });
    const skewed = trainNaiveBayes(
      [
        { input: "x", expected: "a" },
        { input: "x", expected: "b" },
        { input: "x", expected: "b" },
      ],
      config(),
    );
    expect(skewed.predict("zzz")).toEqual({ output: "b", confidence: expect.closeTo(2 / 3, 9) });
  });

  it("reads the fields it is told to, and words of any script", () => {
    const examples = [
      { input: { title: "noise", text: "ГДЕ моя карта" }, expected: { label: "card" } },
      { input: { title: "noise", text: "курс валют" }, expected: { label: "rate" } },
    ];
    const model = trainNaiveBayes(examples, config({ inputField: "text", labelField: "label" }));
    expect(model.predict({ title: "курс валют", text: "моя карта" }).output).toBe("card");
  });

  it("survives a long text without NaN", () => {
    const model = trainNaiveBayes(
      [
        { input: "a", expected: "x" },
        { input: "b", expected: "y" },
      ],
      config(),
    );
    const { output, confidence } = model.predict("a ".repeat(100_000));
    expect(output).toBe("x");
    expect(confidence).toBeCloseTo(1, 9);
  });

  it.runIf(hasBanking77())("is as right as scikit-learn on banking77: 0.8653 of 3,080", async () => {
    const model = trainNaiveBayes(await readBanking77("train"), config());
    const test = await readBanking77("test");
    const right = test.filter(({ input, expected }) => model.predict(input).output === expected).length;
    expect(test).toHaveLength(3080);
    expect(Math.abs(right - 0.8653 * 3080)).toBeLessThanOrEqual(2);
  });
});
