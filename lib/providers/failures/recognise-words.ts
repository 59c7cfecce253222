import type { Failure } from "./failure.ts";

/** Bodies can be long; what names the error stands near their start. */
const readChars = 20_000;

const outOfCredit: Failure = {
  errorClass: "permanent",
  code: "quota",
  advice: "The account has no credit left: top it up at the provider.",
};

/** The first that matches counts: Google words a quota that fills up again just as OpenAI words an empty account. */
const recognised: readonly { words: RegExp; failure: Failure }[] = [
  {
    words: /"quotaId":\s*"[^"]*PerDay/i,
    failure: {
      errorClass: "permanent",
      code: "quota",
      advice: "The quota of this day is used up: raise it at the provider, or go on tomorrow.",
    },
  },
  {
    words: /RESOURCE_EXHAUSTED/,
    failure: { errorClass: "rate-limit", code: "rate-limit", advice: "Lower the concurrency or wait." },
  },
  // OpenAI, DeepSeek, Anthropic; OpenAI behind a proxy that drops the code.
  {
    words:
      /insufficient_quota|insufficient[ _]balance|credit balance is too low|exceeded your current quota/i,
    failure: outOfCredit,
  },
  {
    // OpenAI and vLLM; llama.cpp; Anthropic (two); Google; Mistral; TGI; Ollama.
    words:
      /context_length_exceeded|maximum context length|exceed_context_size|available context size|prompt is too long|exceed context limit|input token count .{0,80}exceeds|too large for model|inputs` tokens \+ `max_new_tokens` must be|exceeds? (?:the )?(?:maximum )?context (?:length|window)/i,
    failure: {
      errorClass: "permanent",
      code: "context-too-long",
      advice:
        "The prompt and the answer do not fit into the model's context: shorten the prompt or the case.",
    },
  },
  {
    // OpenAI (three), Azure (two), Anthropic, Google, Mistral.
    words:
      /content_policy_violation|rejected (?:as a result of|by) (?:our|the) safety system|flagged as potentially violating|"content_filter"|ResponsibleAIPolicyViolation|blocked by content filtering|"blockReason"|violates? (?:our |the )?(?:content|usage) polic/i,
    failure: {
      errorClass: "permanent",
      code: "content-filter",
      advice: "The provider's content filter refused this case.",
    },
  },
];

/** Failures that servers tell by their words, under many statuses: account empty, context too long, content filter. Null for others. */
export function recogniseWords(body: string): Failure | null {
  const start = body.slice(0, readChars);
  return recognised.find(({ words }) => words.test(start))?.failure ?? null;
}
