import { expect, test } from "vitest";
import { parametersInName } from "./model-size.ts";

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
