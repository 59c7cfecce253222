const known: Readonly<Record<string, string>> = {
  stop: "stop",
  eos: "stop",
  eos_token: "stop",
  end_turn: "stop",
  stop_sequence: "stop",
  length: "length",
  max_tokens: "length",
  content_filter: "content-filter",
  tool_calls: "tool-calls",
  function_call: "tool-calls",
};

/** One name for what servers call differently; an unknown reason is kept as the server wrote it, up to 100 characters. */
export function mapFinishReason(reason: string | null | undefined): string | null {
  if (reason === null || reason === undefined || reason === "") return null;
  return Object.hasOwn(known, reason) ? (known[reason] ?? null) : reason.slice(0, 100);
}
