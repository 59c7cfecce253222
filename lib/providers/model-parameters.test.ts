import { expect, it } from "vitest";
import { modelParametersSchema } from "./model-parameters.ts";

it.each([
  {},
  {
    temperature: 0,
    topP: 1,
    maxTokens: 1,
    stop: ["\n"],
    seed: -1,
    responseFormat: "json",
    extra: { top_k: 5 },
  },
])("accepts %j", (parameters) => {
  expect(modelParametersSchema.parse(parameters)).toEqual(parameters);
});

it.each([
  { temperature: 3 },
  { temperature: Number.NaN },
  { topP: -0.1 },
  { maxTokens: 0 },
  { maxTokens: 1.5 },
  { stop: [""] },
  { extra: { model: "x" } },
  { extra: { stream: true } },
  { top_p: 1 },
])("refuses %j", (parameters) => {
  expect(modelParametersSchema.safeParse(parameters).success).toBe(false);
});
