import { type FieldPath, readPlaceholder } from "./field-path.ts";

/** `{{...}}` on one line without braces inside. The bound and the excluded braces keep matching linear on any text. */
const PLACEHOLDER = /(\\?)\{\{([^{}\n]{1,300})\}\}/g;

const MAX_READ_TEMPLATES = 100;
const MAX_KEPT_CHARS = 20_000;
/** Templates are few, and each is filled in for thousands of cases. The oldest is forgotten first, a long one is not kept. */
const readTemplates = new Map<string, readonly (string | FieldPath)[]>();

/** The literal texts and the fields of a template, in order. */
export function templateParts(content: string): readonly (string | FieldPath)[] {
  const known = readTemplates.get(content);
  if (known !== undefined) return known;
  const parts = readParts(content);
  if (content.length > MAX_KEPT_CHARS) return parts;
  const [oldest] = readTemplates.keys();
  if (readTemplates.size >= MAX_READ_TEMPLATES && oldest !== undefined) readTemplates.delete(oldest);
  readTemplates.set(content, parts);
  return parts;
}

function readParts(content: string): (string | FieldPath)[] {
  const parts: (string | FieldPath)[] = [];
  let from = 0;
  for (const { 0: whole, 1: backslash, 2: body = "", index } of content.matchAll(PLACEHOLDER)) {
    const path = backslash === "" ? readPlaceholder(body) : null;
    const literal = backslash === "" ? whole : whole.slice(1);
    parts.push(content.slice(from, index), path ?? literal);
    from = index + whole.length;
  }
  parts.push(content.slice(from));
  return parts;
}
