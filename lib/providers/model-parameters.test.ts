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
  {
    tools: [{ type: "function", function: { name: "f", parameters: { type: "object" }, strict: true } }],
    toolChoice: { type: "function", function: { name: "f" } },
    responseFormat: { type: "json_schema", json_schema: { name: "a", schema: { type: "object" } } },
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
  { tools: [] },
  { tools: [{ type: "web_search" }] },
  { toolChoice: "sometimes" },
  { responseFormat: { type: "json_schema", json_schema: { name: "a" } } },
])("refuses %j", (parameters) => {
  expect(modelParametersSchema.safeParse(parameters).success).toBe(false);
});
