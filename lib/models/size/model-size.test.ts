import { expect, test } from "vitest";
import { modelSize, sizeWords } from "./model-size.ts";
import { parametersInName } from "./parameters-in-name.ts";

test.each([
  ["llama-3.1-8b-instruct", 8],
  ["Qwen2.5 0.5B", 0.5],
  ["6b_finetuning", 6],
  ["175b_verification", 175],
  ["Mixtral-8x7B", 56],
  ["gpt-4o-mini", null],
  ["claude-3-haiku-20240307", null],
  ["model 3 beta", null],
  ["web2b-service", null],
  ["0b", null],
])("%s says %s", (name, expected) => {
  expect(parametersInName(name)).toBe(expected);
});

test("what somebody said goes before what names say", () => {
  const model = {
    name: "mixtral-8x7b",
    providerModel: "mix",
    parametersBillion: 46.7,
    activeParametersBillion: 12.9,
  };
  expect(modelSize(model)).toEqual({ total: 46.7, active: 12.9, source: "stated" });
  expect(modelSize({ ...model, parametersBillion: null })).toEqual({
    total: 56,
    active: null,
    source: "name",
  });
  expect(modelSize({ ...model, name: "ours", parametersBillion: null })).toBeNull();
  const known = { ...model, name: "ours", providerModel: "llama-3.1-8b", parametersBillion: null };
  expect(modelSize(known)).toMatchObject({ total: 8, source: "name" });
  expect(sizeWords({ total: 46.7, active: 12.9 })).toBe("46.7 billion parameters, 12.9 of them active");
  expect(sizeWords({ total: 8, active: null })).toBe("8 billion parameters");
});
