import { RE2JS, RE2JSException } from "re2js";
import { z } from "zod";
import { ProviderError } from "../provider-error.ts";
import { inputText } from "./input-text.ts";
import { parseDateText } from "./parse-date-text.ts";
import type { Predictor } from "./predictor.ts";

const flagBits: Record<string, number> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
};

const extractionFieldSchema = z.strictObject({
  name: z.string().min(1).max(200),
  pattern: z.string().min(1).max(5000),
  flags: z
    .string()
    .regex(
      /^[ims]*$/,
      'Flags can be "i" (any case), "m" (^ and $ match at lines) and "s" (the dot matches line ends).',
    )
    .default(""),
  /** Capture group by number or name; the first group by default, or the whole match if there is none. */
  group: z.union([z.int().min(0).max(99), z.string().min(1)]).optional(),
  type: z.enum(["text", "number", "date"]).default("text"),
  /** How 5/3/2024 is read. */
  dateOrder: z.enum(["dmy", "mdy"]).default("dmy"),
  /** The value where nothing is found. */
  default: z.json().default(null),
});

export const regexExtractionConfigSchema = z.strictObject({
  fields: z.array(extractionFieldSchema).max(200).default([]),
  inputField: z.string().min(1).optional(),
});

export type RegexExtractionConfig = z.infer<typeof regexExtractionConfigSchema>;
type ExtractionField = z.infer<typeof extractionFieldSchema>;

/**
 * A JSON object with one value per field: the first match of its pattern, as text, number or yyyy-mm-dd. Patterns are RE2
 * syntax and run in linear time (re2js), because users write them. Throws `ProviderError` for a pattern that RE2 does not
 * have (lookaround, backreferences) and for a group that the pattern does not have.
 */
export function createRegexExtraction(config: RegexExtractionConfig): Predictor {
  const extractors = config.fields.map((field) => ({ name: field.name, extract: createExtractor(field) }));
  return {
    predict(input) {
      const text = inputText(input, config.inputField);
      const values = Object.fromEntries(extractors.map(({ name, extract }) => [name, extract(text)]));
      return { output: JSON.stringify(values), confidence: null };
    },
  };
}

function createExtractor(field: ExtractionField): (text: string) => unknown {
  const pattern = compile(field);
  const group = groupOf(field, pattern);
  return (text) => {
    const matcher = pattern.matcher(text);
    const found = matcher.find() ? matcher.group(group) : null;
    if (found === null || found === undefined) return field.default;
    return typed(found, field) ?? field.default;
  };
}

function compile(field: ExtractionField): RE2JS {
  const flags = [...field.flags].reduce((bits, flag) => bits | (flagBits[flag] ?? 0), 0);
  try {
    return RE2JS.compile(field.pattern, flags);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw configError(
      `The pattern of field "${field.name}" cannot be used: ${error.message}. Patterns follow RE2, which has no lookahead, lookbehind or backreferences.`,
    );
  }
}

function groupOf(field: ExtractionField, pattern: RE2JS): number | string {
  const groups = pattern.groupCount();
  const group = field.group ?? (groups > 0 ? 1 : 0);
  const exists = typeof group === "number" ? group <= groups : Object.hasOwn(pattern.namedGroups(), group);
  if (exists) return group;
  throw configError(`The pattern of field "${field.name}" has no group ${group}. It has ${groups} in all.`);
}

function typed(text: string, field: ExtractionField): string | number | null {
  switch (field.type) {
    case "text":
      return text;
    case "number":
      return parseNumber(text);
    case "date":
      return parseDateText(text, field.dateOrder);
  }
}

/** Accepts a sign, a decimal point and thousands commas: -1,234.50. */
function parseNumber(text: string): number | null {
  const plain = text.trim().slice(0, 60);
  if (!/^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(plain) || !/\d/.test(plain))
    return null;
  const number = Number(plain.replaceAll(",", ""));
  return Number.isFinite(number) ? number : null;
}

function configError(message: string): ProviderError {
  return new ProviderError(message, { errorClass: "permanent" });
}
