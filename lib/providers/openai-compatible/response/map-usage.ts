import { countOf, isObject, memberOf } from "../../json-fields.ts";
import { type Usage, unknownUsage } from "../../provider.ts";

/** The `usage` object of a chat completion; a count that is missing or no whole number is null. */
export function mapUsage(usage: unknown): Usage {
  if (!isObject(usage)) return unknownUsage;
  return {
    promptTokens: countOf(usage.prompt_tokens),
    completionTokens: countOf(usage.completion_tokens),
    // DeepSeek reports cache hits beside the counts, not inside the details.
    cachedTokens:
      countOf(memberOf(usage.prompt_tokens_details, "cached_tokens")) ??
      countOf(usage.prompt_cache_hit_tokens),
    reasoningTokens: countOf(memberOf(usage.completion_tokens_details, "reasoning_tokens")),
  };
}
