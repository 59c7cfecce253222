export const templateRoots = ["input", "metadata", "tags"] as const;
export type TemplateRoot = (typeof templateRoots)[number];

/** What stands between the braces. `root` is null for a name that means nothing here, such as `text` or `constructor`. */
export type FieldPath = {
  name: string;
  root: TemplateRoot | null;
  segments: readonly string[];
  /** Written with a question mark at the end: may be absent. */
  optional: boolean;
};

const MAX_DEPTH = 32;
/** A name, or the block syntax of a template language that is not spoken here. Anything else between braces is plain text. */
const LOOKS_LIKE_A_FIELD = /^[#/>^&]?\s*[\p{L}_$][\p{L}\p{N}\p{M}_$.\- ]*$/u;

/** Null when the text between the braces is not meant as a field, for example `"label": 1`. */
export function readPlaceholder(body: string): FieldPath | null {
  const written = body.trim();
  const optional = written.endsWith("?");
  const name = (optional ? written.slice(0, -1) : written).trim();
  const [first = "", ...segments] = name.split(".").map((segment) => segment.trim());
  const root = templateRoots.find((known) => known === first) ?? null;
  if (root !== null) return { name: [root, ...segments].join("."), root, segments, optional };
  return LOOKS_LIKE_A_FIELD.test(name) ? { name, root: null, segments, optional } : null;
}

/** The field of a text that is one placeholder and nothing else; null for any other text. */
export function wholeField(content: string): FieldPath | null {
  const body = /^\s*\{\{([^{}\n]{1,300})\}\}\s*$/.exec(content)?.[1];
  return body === undefined ? null : readPlaceholder(body);
}

export type Found = { found: true; value: unknown } | { found: false };

/**
 * The value at a path, by own properties and array positions only: nothing is inherited, nothing is called.
 * A key that contains dots is found too; the longest key that exists wins.
 */
export function lookUp(value: unknown, segments: readonly string[]): Found {
  if (segments.length > MAX_DEPTH) return { found: false };
  let current = value;
  let done = 0;
  while (done < segments.length) {
    const taken = ownKeyLength(current, segments, done);
    if (taken === 0) return { found: false };
    current = ownValue(current, segments.slice(done, done + taken).join("."));
    done += taken;
  }
  return { found: true, value: current };
}

function ownKeyLength(value: unknown, segments: readonly string[], from: number): number {
  for (let length = segments.length - from; length > 0; length--) {
    if (hasOwnKey(value, segments.slice(from, from + length).join("."))) return length;
  }
  return 0;
}

function hasOwnKey(value: unknown, key: string): value is object {
  if (value === null || typeof value !== "object") return false;
  if (Array.isArray(value) && !/^\d{1,9}$/.test(key)) return false;
  return Object.hasOwn(value, key);
}

function ownValue(value: unknown, key: string): unknown {
  return hasOwnKey(value, key) ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}
