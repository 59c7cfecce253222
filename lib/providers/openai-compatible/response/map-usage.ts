import { z } from "zod";
import type { Usage } from "../../provider.ts";

const countSchema = z.int().min(0).nullable().catch(null).default(null);

const usageSchema = z.object({
  prompt_tokens: countSchema,
  completion_tokens: countSchema,
  prompt_cache_hit_tokens: countSchema,
  prompt_tokens_details: z.object({ cached_tokens: countSchema }).nullish().catch(null),
  completion_tokens_details: z.object({ reasoning_tokens: countSchema }).nullish().catch(null),
});

export const unknownUsage: Usage = {
  promptTokens: null,
  completionTokens: null,
  cachedTokens: null,
  reasoningTokens: null,
};

/** The `usage` object of a chat completion; a count that is missing or no whole number is null. */
export function mapUsage(usage: unknown): Usage {
  const parsed = usageSchema.safeParse(usage);
  if (!parsed.success) return unknownUsage;
  const { data } = parsed;
  return {
    promptTokens: data.prompt_tokens,
    completionTokens: data.completion_tokens,
    // DeepSeek reports cache hits beside the counts, not inside the details.
    cachedTokens: data.prompt_tokens_details?.cached_tokens ?? data.prompt_cache_hit_tokens,
    reasoningTokens: data.completion_tokens_details?.reasoning_tokens ?? null,
  };
}
