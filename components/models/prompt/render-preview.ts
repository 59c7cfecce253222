import { renderMessages, type TemplateValues } from "#lib/models/prompt-template.ts";
import type { PromptMessage } from "#lib/models/template/prompt-message.ts";
import type { ChatMessage } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";

export type RenderedPrompt = { ok: true; messages: ChatMessage[] } | { ok: false; message: string };

/** The prompt as one case would get it, or why it cannot be made. */
export function renderPreview(messages: readonly PromptMessage[], values: TemplateValues): RenderedPrompt {
  try {
    const plain = messages.map(({ role, content }) => ({ role, content }));
    return { ok: true, messages: renderMessages(plain, values) };
  } catch (error) {
    if (error instanceof ProviderError) return { ok: false, message: error.message };
    throw error;
  }
}
