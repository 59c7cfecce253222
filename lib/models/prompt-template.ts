import type { ChatMessage, ContentPart, MessageContent } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { readCaseMessages } from "./template/case-messages.ts";
import { type FieldPath, lookUp, wholeField } from "./template/field-path.ts";
import { isImageAddress } from "./template/image-address.ts";
import type { PromptMessage } from "./template/prompt-message.ts";
import { templateParts } from "./template/template-parts.ts";

/** What a prompt can speak of: the content of one case. */
export type TemplateValues = {
  input: unknown;
  metadata: Readonly<Record<string, unknown>>;
  tags: readonly string[];
};

/** How many characters may still be filled in. */
type Budget = { chars: number };

/** A prompt that is longer once its fields are filled in is refused: a short template can multiply a long input without end. */
const MAX_RENDERED_CHARS = 8_000_000;

/**
 * The messages of one case. Fills in `{{input}}`, `{{input.field.sub}}`, `{{metadata.x}}` and `{{tags}}`: text goes in as it is,
 * anything else as JSON. `{{input.field?}}` may be absent and is then empty; `\{{` is a literal `{{`. A conversation row becomes
 * the messages that its field holds, an image row a part of the user message before it. Filled-in text is never expanded again.
 * Throws a permanent `ProviderError` that names the field when the case has no such field, or not in a shape that fits.
 */
export function renderMessages(messages: readonly PromptMessage[], values: TemplateValues): ChatMessage[] {
  const budget: Budget = { chars: MAX_RENDERED_CHARS };
  const rendered: ChatMessage[] = [];
  for (const { role, content } of messages) {
    if (role === "conversation") rendered.push(...conversation(content, values, budget));
    else if (role === "image") addImage(rendered, renderText(content, values, budget), content);
    else rendered.push({ role, content: renderText(content, values, budget) });
  }
  return rendered;
}

function renderText(content: string, values: TemplateValues, budget: Budget): string {
  let rendered = "";
  for (const part of templateParts(content)) {
    if (typeof part === "string") {
      rendered += part;
      continue;
    }
    const text = valueText(part, values);
    spend(budget, text.length);
    rendered += text;
  }
  return rendered;
}

function conversation(content: string, values: TemplateValues, budget: Budget): ChatMessage[] {
  const path = wholeField(content);
  const found = path === null ? null : fieldValue(path, values);
  if (path === null || found === null) return [];
  const messages = readCaseMessages(found.value, path.name);
  for (const message of messages) spend(budget, lengthOf(message.content));
  return messages;
}

function lengthOf(content: MessageContent): number {
  if (typeof content === "string") return content.length;
  return content.reduce((sum, part) => sum + (part.type === "text" ? part.text : part.url).length, 0);
}

function spend(budget: Budget, chars: number): void {
  budget.chars -= chars;
  if (budget.chars < 0) throw tooLong();
}

/** An image stands with the words about it: in the user message before it, or in one of its own. An empty address is no image. */
function addImage(rendered: ChatMessage[], address: string, row: string): void {
  const url = address.trim();
  if (url === "") return;
  if (!isImageAddress(url)) throw noImage(row);
  const last = rendered.at(-1);
  const image: ContentPart = { type: "image", url };
  if (last?.role !== "user") {
    rendered.push({ role: "user", content: [image] });
    return;
  }
  const before: readonly ContentPart[] =
    typeof last.content === "string" ? [{ type: "text", text: last.content }] : last.content;
  rendered[rendered.length - 1] = { role: "user", content: [...before, image] };
}

/** The fields that the messages name, each once, in order: `input.text`, `metadata.channel`, and names with no meaning here as written. */
export function templateFields(messages: readonly PromptMessage[]): string[] {
  return [...new Set(placeholders(messages).map((path) => path.name))];
}

/**
 * The fields that no sample has, and names that do not begin with input, metadata or tags. One sample with the field is enough.
 * Without samples nothing is known about fields, and only the meaningless names are returned; the same holds for metadata.
 */
export function unknownFields(
  messages: readonly PromptMessage[],
  sampleInputs: readonly unknown[],
  sampleMetadata: readonly Readonly<Record<string, unknown>>[] = [],
): string[] {
  const isUnknown = (path: FieldPath): boolean => {
    if (path.root === null) return true;
    if (path.root === "tags") return path.segments.length > 0;
    const samples: readonly unknown[] = path.root === "input" ? sampleInputs : sampleMetadata;
    return samples.length > 0 && !samples.some((sample) => lookUp(sample, path.segments).found);
  };
  return [
    ...new Set(
      placeholders(messages)
        .filter(isUnknown)
        .map((path) => path.name),
    ),
  ];
}

function placeholders(messages: readonly PromptMessage[]): FieldPath[] {
  return messages.flatMap(({ content }) => templateParts(content).filter((part) => typeof part !== "string"));
}

function valueText(path: FieldPath, values: TemplateValues): string {
  const found = fieldValue(path, values);
  if (found === null) return "";
  return typeof found.value === "string" ? found.value : (JSON.stringify(found.value) ?? "");
}

/** Null for a field that is absent and may be. */
function fieldValue(path: FieldPath, values: TemplateValues): { value: unknown } | null {
  if (path.root === null) throw meaningless(path.name);
  const found = lookUp(values[path.root], path.segments);
  if (found.found) return found;
  if (path.optional) return null;
  throw missing(path.name);
}

function missing(name: string): ProviderError {
  return new ProviderError(
    `The prompt names {{${name}}}, and this case has no such field. Correct the prompt, add the field to the case, or write {{${name}?}} if it may be absent.`,
    { errorClass: "permanent" },
  );
}

function meaningless(name: string): ProviderError {
  return new ProviderError(
    `The prompt names {{${name}}}. Fields begin with input, metadata or tags, for example {{input.text}}; a literal {{ is written \\{{.`,
    { errorClass: "permanent" },
  );
}

function tooLong(): ProviderError {
  return new ProviderError(
    `The prompt is longer than ${MAX_RENDERED_CHARS.toLocaleString("en-GB")} characters once its fields are filled in. Shorten the prompt or the case.`,
    { errorClass: "permanent" },
  );
}

function noImage(row: string): ProviderError {
  return new ProviderError(
    `The image row ${row.slice(0, 100)} of the prompt gives no address of an image for this case. It has to begin with http://, https:// or data:image/…;base64,.`,
    { errorClass: "permanent" },
  );
}
