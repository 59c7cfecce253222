import { describe, expect, it } from "vitest";
import { describeProviderContract, requestFor } from "../testing/provider-contract.ts";
import { createBuiltInProvider } from "./built-in-provider.ts";
import { builtInModels, findBuiltInModel } from "./registry.ts";

const examples = [
  { input: "where is my card", expected: "card" },
  { input: "my card has not arrived", expected: "card" },
  { input: "exchange rate for euros", expected: "rate" },
  { input: "no label", expected: null },
];

for (const model of builtInModels) {
  describeProviderContract(model.kind, async () => {
    const provider = createBuiltInProvider(model.create(model.defaults, examples));
    return { provider, stop: () => provider.close() };
  });
}

describe("built-in models", () => {
  it("have different kinds, sentences for people, and defaults that are complete", () => {
    expect(new Set(builtInModels.map(({ kind }) => kind)).size).toBe(builtInModels.length);
    for (const { explanation, defaults, configSchema } of builtInModels) {
      expect(explanation).toMatch(/^[A-Z].*\.$/);
      expect(configSchema.parse({})).toEqual(defaults);
    }
    expect(findBuiltInModel("lead-n")?.label).toBe("First sentences");
    expect(findBuiltInModel("gpt")).toBeNull();
  });

  it.each(builtInModels.map((model) => [model.kind, model] as const))(
    "%s explains a wrong config",
    (_kind, model) => {
      const error = { name: "ProviderError", errorClass: "permanent" };
      expect(() => model.create({ nonsense: true }, examples)).toThrow(expect.objectContaining(error));
      expect(() => model.create(null, examples)).toThrow(/settings of/);
    },
  );

  it.each(
    builtInModels.filter(({ needsTraining }) => needsTraining).map((model) => [model.kind, model] as const),
  )("%s refuses to train on nothing", (_kind, model) => {
    expect(() => model.create({}, [{ input: "x", expected: null }])).toThrow(/nothing to learn from/);
  });

  it("turns a failing predictor into a ProviderError", async () => {
    const provider = createBuiltInProvider({
      predict() {
        throw new RangeError("too deep");
      },
    });
    await expect(provider.answer(requestFor("x"), new AbortController().signal)).rejects.toMatchObject({
      name: "ProviderError",
      errorClass: "permanent",
      message: expect.stringContaining("too deep"),
    });
  });
});
