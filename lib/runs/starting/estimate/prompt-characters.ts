import type { Context } from "#lib/context/context.ts";
import { renderMessages } from "#lib/models/prompt-template.ts";
import { listSampleCases } from "#lib/models/template/list-sample-cases.ts";
import type { ChatMessage } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";

type Messages = Parameters<typeof renderMessages>[0];

const samples = 50;

/** Mean length of the prompts that the first cases of a dataset give, in characters; null when none can be made. */
export async function meanPromptCharacters(
  ctx: Context,
  { datasetId, messages }: { datasetId: string; messages: Messages },
): Promise<number | null> {
  const { cases } = await listSampleCases(ctx, { datasetId, limit: samples });
  const lengths = cases.flatMap((one) => promptLength(messages, one) ?? []);
  if (lengths.length === 0) return null;
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
}

function promptLength(messages: Messages, values: Parameters<typeof renderMessages>[1]): number | null {
  try {
    return renderMessages(messages, values).reduce((sum, { content }) => sum + characters(content), 0);
  } catch (error) {
    // A case that lacks a field of the prompt will be an error of its own, and costs nothing.
    if (error instanceof ProviderError) return null;
    throw error;
  }
}

/** Images have tokens of their own that no length tells; they are left out. */
function characters(content: ChatMessage["content"]): number {
  if (typeof content === "string") return content.length;
  return content.reduce((sum, part) => sum + (part.type === "text" ? part.text.length : 0), 0);
}
