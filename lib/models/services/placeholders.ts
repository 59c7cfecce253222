import { messageText } from "#lib/providers/message-text.ts";
import type { AnswerRequest } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { lookUp } from "../template/field-path.ts";

/** What a request can speak of, beside the fields of the case. */
const roots = [
  "input",
  "metadata",
  "tags",
  "prompt",
  "messages",
  "model",
  "key",
  "repetition",
  "seed",
  "parameters",
] as const;

export type RequestValues = Readonly<Record<(typeof roots)[number], unknown>>;
/** Where a placeholder stands, for sentences about it. */
export type PlaceholderPlace = "body" | "address";

const PLACEHOLDER = /\{\{([^{}\n]{1,300})\}\}/g;
const WHOLE = /^\{\{([^{}\n]{1,300})\}\}$/;

/** Everything that placeholders can stand for in one request. */
export function requestValues(request: AnswerRequest, model: string): RequestValues {
  const { messages, input, metadata = {}, tags = [], caseKey: key, repetition, seed, parameters } = request;
  const prompt = messages.map(messageText).join("\n\n");
  return { input, metadata, tags, prompt, messages, model, key, repetition, seed, parameters };
}

/** What stands between the braces of a text that is one placeholder and nothing else; null for any other text. */
export function wholePlaceholder(text: string): string | null {
  return WHOLE.exec(text)?.[1] ?? null;
}

/** Puts something in the place of every placeholder of a text; it gets what stands between the braces. */
export function replacePlaceholders(text: string, replacement: (body: string) => string): string {
  return text.replace(PLACEHOLDER, (_whole, body: string) => replacement(body));
}

/** The names of the placeholders of a text, as they are written, without question marks. */
export function placeholderNames(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, body = ""]) => body.trim().replace(/\s*\?$/, ""));
}

/** A sentence about the first name that means nothing, or null. */
export function unknownPlaceholder(names: readonly string[], place: PlaceholderPlace): string | null {
  const unknown = names.find((name) => !roots.some((root) => root === name.split(".", 1)[0]?.trim()));
  if (unknown === undefined) return null;
  return `The ${place} names {{${unknown}}}. Placeholders begin with ${roots.slice(0, -1).join(", ")} or ${roots.at(-1)}.`;
}

/**
 * The value of one placeholder; undefined for one that may be absent, and is. Throws a permanent `ProviderError` that names the
 * placeholder when there is no such value.
 */
export function placeholderValue(body: string, values: RequestValues, place: PlaceholderPlace): unknown {
  const written = body.trim();
  const isOptional = written.endsWith("?");
  const name = (isOptional ? written.slice(0, -1) : written).trim();
  const found = lookUp(
    values,
    name.split(".").map((step) => step.trim()),
  );
  if (found.found && found.value !== undefined) return found.value;
  // No seed is no mistake of the template: most runs have none.
  if (isOptional || name === "seed") return undefined;
  throw new ProviderError(
    `The ${place} names {{${name}}}, and this case has no such field. Correct the ${place} of the connection, add the field to the case, or write {{${name}?}} if it may be absent.`,
    { errorClass: "permanent" },
  );
}

/** Texts as they are, anything else as JSON. */
export function valueText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
