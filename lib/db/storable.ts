/** PostgreSQL's text holds neither NUL nor half of a surrogate pair; both become U+FFFD instead of failing the whole batch. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}

/** JSON for a `jsonb` column, with the same two repairs in every text and key. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value) ?? "null";
  // JSON writes both as escapes, and looking for one is ten times quicker than visiting every text.
  return json.includes("\\u") ? JSON.stringify(repaired(JSON.parse(json))) : json;
}

function repaired(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(repaired);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [storableText(key), repaired(inner)]),
  );
}
