import { isObject, listOf, parseJson } from "#lib/providers/json-fields.ts";
import { messageText } from "#lib/providers/message-text.ts";
import type { AnswerRequest } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { lookUp } from "../template/field-path.ts";

/** What a body can speak of, beside the fields of the case. */
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

const PLACEHOLDER = /\{\{([^{}\n]{1,300})\}\}/g;
const WHOLE = /^\{\{([^{}\n]{1,300})\}\}$/;
const MAX_DEPTH = 100;

/** A sentence about what is wrong with a template, or null. */
export function checkBodyTemplate(template: string): string | null {
  const parsed = parseJson(template);
  if (parsed === undefined) return 'Write the body as JSON, for example {"question": "{{input}}"}.';
  for (const name of bodyPlaceholders(parsed)) {
    if (!roots.some((root) => root === name.split(".", 1)[0]?.trim())) {
      return `The body names {{${name}}}. Placeholders begin with ${roots.slice(0, -1).join(", ")} or ${roots.at(-1)}.`;
    }
  }
  return null;
}

/**
 * The body of one request. A text that is one placeholder becomes the value itself, with its type; placeholders within a text
 * put the value into it, texts as they are and anything else as JSON. Values are placed in the parsed template, never pasted
 * into its source, so no case can change its form. `{{input.x?}}` may be absent: then the member is left out.
 * Throws a permanent `ProviderError` that names the placeholder when there is no such value.
 */
export function buildServiceBody(template: unknown, request: AnswerRequest, model: string): unknown {
  const { messages, input, metadata = {}, tags = [], caseKey: key, repetition, seed, parameters } = request;
  const prompt = messages.map(messageText).join("\n\n");
  return fill(template, {
    input,
    metadata,
    tags,
    prompt,
    messages,
    model,
    key,
    repetition,
    seed,
    parameters,
  });
}

type Values = Readonly<Record<(typeof roots)[number], unknown>>;

function fill(part: unknown, values: Values): unknown {
  if (typeof part === "string") return fillText(part, values);
  const list = listOf(part);
  if (list !== null) return list.map((item) => fill(item, values) ?? null);
  if (!isObject(part)) return part;
  const members = Object.entries(part).map(([key, value]) => [key, fill(value, values)] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function fillText(text: string, values: Values): unknown {
  const whole = WHOLE.exec(text)?.[1];
  if (whole !== undefined) return placeholderValue(whole, values);
  return text.replace(PLACEHOLDER, (_whole, body: string) => {
    const value = placeholderValue(body, values);
    return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  });
}

function placeholderValue(body: string, values: Values): unknown {
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
    `The body names {{${name}}}, and this case has no such field. Correct the body of the connection, add the field to the case, or write {{${name}?}} if it may be absent.`,
    { errorClass: "permanent" },
  );
}

/** The names of the placeholders of a parsed template, as they are written, without question marks. */
export function bodyPlaceholders(template: unknown): string[] {
  return placeholdersIn(template, 0);
}

function placeholdersIn(part: unknown, depth: number): string[] {
  if (depth > MAX_DEPTH) return [];
  if (typeof part === "string") {
    return [...part.matchAll(PLACEHOLDER)].map(([, body = ""]) => body.trim().replace(/\s*\?$/, ""));
  }
  const inner = listOf(part) ?? (isObject(part) ? Object.values(part) : []);
  return inner.flatMap((item) => placeholdersIn(item, depth + 1));
}
