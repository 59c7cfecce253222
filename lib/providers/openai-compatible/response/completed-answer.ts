import type { ToolCall, Usage } from "../../provider.ts";

/** What a chat completion holds, streamed or whole. `id` is the body's own. */
export type CompletedAnswer = {
  output: string;
  toolCalls: ToolCall[] | null;
  finishReason: string | null;
  timeToFirstTokenMs: number | null;
  usage: Usage;
  id: string | null;
  servedModel: string | null;
};
