import type { ChatMessage } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { type FieldPath, lookUp, readPlaceholder } from "./template/field-path.ts";

/** What a prompt can speak of: the content of one case. */
export type TemplateValues = {
  input: unknown;
  metadata: Readonly<Record<string, unknown>>;
  tags: readonly string[];
};

/** A prompt that is longer once its fields are filled in is refused: a short template can multiply a long input without end. */
const MAX_RENDERED_CHARS = 8_000_000;
/** `{{...}}` on one line without braces inside. The bound and the excluded braces keep matching linear on any text. */
const PLACEHOLDER = /(\\?)\{\{([^{}\n]{1,300})\}\}/g;

/**
 * Fills in `{{input}}`, `{{input.field.sub}}`, `{{metadata.x}}` and `{{tags}}`. Text goes in as it is, anything else as JSON.
 * `{{input.field?}}` may be absent and is then empty; `\{{` is a literal `{{`. Filled-in text is never expanded again.
 * Throws a permanent `ProviderError` that names the field when the case has no such field.
 */
export function renderMessages(messages: readonly ChatMessage[], values: TemplateValues): ChatMessage[] {
  let renderedChars = 0;
  return messages.map(({ role, content }) => ({
    role,
    content: content.replace(PLACEHOLDER, (whole: string, backslash: string, body: string) => {
      if (backslash !== "") return whole.slice(1);
      const path = readPlaceholder(body);
      if (path === null) return whole;
      const text = valueText(path, values);
      renderedChars += text.length;
      if (renderedChars > MAX_RENDERED_CHARS) throw tooLong();
      return text;
    }),
  }));
}

/** The fields that the messages name, each once, in order: `input.text`, `metadata.channel`, and names with no meaning here as written. */
export function templateFields(messages: readonly ChatMessage[]): string[] {
  return [...new Set(placeholders(messages).map((path) => path.name))];
}

/**
 * The fields that no sample has, and names that do not begin with input, metadata or tags. One sample with the field is enough.
 * Without samples nothing is known about fields, and only the meaningless names are returned; the same holds for metadata.
 */
export function unknownFields(
  messages: readonly ChatMessage[],
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

function placeholders(messages: readonly ChatMessage[]): FieldPath[] {
  return messages.flatMap(({ content }) =>
    [...content.matchAll(PLACEHOLDER)].flatMap(([, backslash, body]) => {
      const path = backslash === "" && body !== undefined ? readPlaceholder(body) : null;
      return path === null ? [] : [path];
    }),
  );
}

function valueText(path: FieldPath, values: TemplateValues): string {
  if (path.root === null) throw meaningless(path.name);
  const found = lookUp(values[path.root], path.segments);
  if (!found.found) {
    if (path.optional) return "";
    throw missing(path.name);
  }
  return typeof found.value === "string" ? found.value : (JSON.stringify(found.value) ?? "");
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
