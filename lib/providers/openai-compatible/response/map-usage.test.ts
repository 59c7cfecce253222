import { expect, it } from "vitest";
import { mapFinishReason } from "../../map-finish-reason.ts";
import { unknownUsage } from "../../provider.ts";
import { mapUsage } from "./map-usage.ts";

it.each<[unknown, ReturnType<typeof mapUsage>]>([
  [undefined, unknownUsage],
  ["many", unknownUsage],
  [{}, unknownUsage],
  [
    {
      prompt_tokens: 5,
      completion_tokens: 7,
      prompt_tokens_details: { cached_tokens: 2 },
      completion_tokens_details: { reasoning_tokens: 3 },
    },
    { promptTokens: 5, completionTokens: 7, cachedTokens: 2, reasoningTokens: 3 },
  ],
  [
    { prompt_tokens: 5, prompt_cache_hit_tokens: 4 },
    { ...unknownUsage, promptTokens: 5, cachedTokens: 4 },
  ],
  [{ prompt_tokens: -1, completion_tokens: 1.5, prompt_tokens_details: "x" }, unknownUsage],
  [
    { prompt_tokens: "5", completion_tokens: 3, completion_tokens_details: null },
    { ...unknownUsage, completionTokens: 3 },
  ],
])("mapUsage(%j)", (usage, expected) => {
  expect(mapUsage(usage)).toEqual(expected);
});

it.each([
  ["stop", "stop"],
  ["end_turn", "stop"],
  ["max_tokens", "length"],
  ["content_filter", "content-filter"],
  ["function_call", "tool-calls"],
  ["constructor", "constructor"],
  ["x".repeat(300), "x".repeat(100)],
  ["", null],
  [null, null],
  [undefined, null],
])("mapFinishReason(%j)", (reason, expected) => {
  expect(mapFinishReason(reason)).toBe(expected);
});
