const DEFAULT_CHARS = 80;

/** A text in quotation marks on one line, cut to `maxChars` and never through a surrogate pair; words instead when there is nothing to show. */
export function quote(text: string, maxChars: number = DEFAULT_CHARS): string {
  const visible = text.trimStart();
  if (visible === "") return text === "" ? "an empty text" : "a text of white space only";
  const plain = quotePlain(visible, text.length, maxChars);
  if (plain !== null) return plain;
  const start = visible.length <= maxChars * 2 ? visible : visible.slice(0, maxChars * 2);
  const oneLine = start
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .toWellFormed();
  if (oneLine === "") return "a text of control characters only";
  if (oneLine.length <= maxChars && start.length === visible.length) return `“${oneLine}”`;
  const cut = oneLine.slice(0, maxChars).replace(/[\uD800-\uDBFF]$/, "");
  return `“${cut}…” (${groupedCount(text.length)} characters)`;
}

/**
 * The same for a text whose shown part is ASCII on one line, or null. Most are, and one search for a single class of characters is six
 * times quicker than the expressions above: quotations are most of what an exact match costs.
 */
function quotePlain(visible: string, length: number, maxChars: number): string | null {
  if (visible.length <= maxChars)
    return NOT_PLAIN.test(visible) || visible.endsWith(" ") ? null : `“${visible}”`;
  const cut = visible.slice(0, maxChars);
  // What follows must not be white space only, which would leave nothing to cut.
  const goesOn = visible.charCodeAt(maxChars) > SPACE || visible.charCodeAt(maxChars + 1) > SPACE;
  if (NOT_PLAIN.test(cut) || !goesOn) return null;
  return `“${cut}…” (${groupedCount(length)} characters)`;
}

const NOT_PLAIN = /[^ -~]/;
const SPACE = 32;

/** Any JSON value as a quotation: text as it is, anything else as JSON. */
export function quoteValue(value: unknown, maxChars?: number): string {
  return typeof value === "string"
    ? quote(value, maxChars)
    : quote(JSON.stringify(value) ?? "nothing", maxChars);
}

/** 1,204. By hand: toLocaleString makes a formatter for each call, which made an exact match seven times slower. */
function groupedCount(count: number): string {
  return count < 1_000 ? String(count) : String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
