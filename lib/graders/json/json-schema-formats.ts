import type { Ajv } from "ajv";
import formats, { type FormatName } from "ajv-formats";

/** Those whose pattern or function may take time beyond linear. The rest of `ajv-formats` is used as it is. */
const limited: readonly FormatName[] = [
  "date",
  "time",
  "date-time",
  "iso-time",
  "iso-date-time",
  "duration",
  "uri",
  "uri-reference",
  "uri-template",
  "url",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "regex",
  "uuid",
  "json-pointer",
  "json-pointer-uri-fragment",
  "relative-json-pointer",
];

/** Some formats are backtracking patterns whose time grows with the square of the text; no address, date or identifier is this long. */
const MAX_FORMAT_CHARS = 2_000;

/** Teaches a validator the formats of JSON Schema; a longer text than any of them can be is refused unread. */
export function addStringFormats(ajv: Ajv): void {
  formats(ajv);
  for (const name of limited) {
    const matches = matcherOf(name);
    ajv.addFormat(name, {
      type: "string",
      validate: (text: string) => text.length <= MAX_FORMAT_CHARS && matches(text),
    });
  }
}

function matcherOf(name: FormatName): (text: string) => boolean {
  const format = formats.get(name);
  if (format instanceof RegExp) return (text) => format.test(text);
  const validate = typeof format === "object" && "validate" in format ? format.validate : format;
  if (validate instanceof RegExp) return (text) => validate.test(text);
  // ajv allows asynchronous checks and checks of numbers here; none of the formats above is one.
  if (typeof validate === "function") return (text) => (validate as (text: string) => unknown)(text) === true;
  return () => true;
}
