const DEFAULT_CHARS = 80;

/** A text in quotation marks on one line, cut to `maxChars` and never through a surrogate pair; the words "an empty text" when there is nothing to show. */
export function quote(text: string, maxChars: number = DEFAULT_CHARS): string {
  const start = text.length <= maxChars * 4 ? text : text.slice(0, maxChars * 4);
  const oneLine = start
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .toWellFormed();
  if (oneLine === "") return text === "" ? "an empty text" : "a text of white space only";
  if (oneLine.length <= maxChars && start.length === text.length) return `“${oneLine}”`;
  const cut = oneLine.slice(0, maxChars).replace(/[\uD800-\uDBFF]$/, "");
  return `“${cut}…” (${text.length.toLocaleString("en-GB")} characters)`;
}

/** Any JSON value as a quotation: text as it is, anything else as JSON. */
export function quoteValue(value: unknown, maxChars?: number): string {
  return typeof value === "string"
    ? quote(value, maxChars)
    : quote(JSON.stringify(value) ?? "nothing", maxChars);
}
