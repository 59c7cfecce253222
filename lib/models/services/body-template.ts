import { isObject, listOf, parseJson } from "#lib/providers/json-fields.ts";
import type { AnswerRequest } from "#lib/providers/provider.ts";
import {
  placeholderNames,
  placeholderValue,
  type RequestValues,
  replacePlaceholders,
  requestValues,
  unknownPlaceholder,
  valueText,
  wholePlaceholder,
} from "./placeholders.ts";

const MAX_DEPTH = 100;

/** A sentence about what is wrong with a template, or null. */
export function checkBodyTemplate(template: string): string | null {
  const parsed = parseJson(template);
  if (parsed === undefined) return 'Write the body as JSON, for example {"question": "{{input}}"}.';
  return unknownPlaceholder(bodyPlaceholders(parsed), "body");
}

/**
 * The body of one request. A text that is one placeholder becomes the value itself, with its type; placeholders within a text
 * put the value into it, texts as they are and anything else as JSON. Values are placed in the parsed template, never pasted
 * into its source, so no case can change its form. `{{input.x?}}` may be absent: then the member is left out.
 * Throws a permanent `ProviderError` that names the placeholder when there is no such value.
 */
export function buildServiceBody(template: unknown, request: AnswerRequest, model: string): unknown {
  return fill(template, requestValues(request, model));
}

function fill(part: unknown, values: RequestValues): unknown {
  if (typeof part === "string") return fillText(part, values);
  const list = listOf(part);
  if (list !== null) return list.map((item) => fill(item, values) ?? null);
  if (!isObject(part)) return part;
  const members = Object.entries(part).map(([key, value]) => [key, fill(value, values)] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function fillText(text: string, values: RequestValues): unknown {
  const whole = wholePlaceholder(text);
  if (whole !== null) return placeholderValue(whole, values, "body");
  return replacePlaceholders(text, (body) => valueText(placeholderValue(body, values, "body")));
}

/** The names of the placeholders of a parsed template, as they are written, without question marks. */
export function bodyPlaceholders(template: unknown): string[] {
  return placeholdersIn(template, 0);
}

function placeholdersIn(part: unknown, depth: number): string[] {
  if (depth > MAX_DEPTH) return [];
  if (typeof part === "string") return placeholderNames(part);
  const inner = listOf(part) ?? (isObject(part) ? Object.values(part) : []);
  return inner.flatMap((item) => placeholdersIn(item, depth + 1));
}
