const DEFAULT_CHARS = 80;

/** A text in quotation marks on one line, cut to `maxChars` and never through a surrogate pair; words instead when there is nothing to show. */
export function quote(text: string, maxChars: number = DEFAULT_CHARS): string {
  const visible = text.trimStart();
  if (visible === "") return text === "" ? "an empty text" : "a text of white space only";
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

/** Any JSON value as a quotation: text as it is, anything else as JSON. */
export function quoteValue(value: unknown, maxChars?: number): string {
  return typeof value === "string"
    ? quote(value, maxChars)
    : quote(JSON.stringify(value) ?? "nothing", maxChars);
}

/** 1,204. By hand: toLocaleString makes a formatter for each call, which made an exact match seven times slower. */
function groupedCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
