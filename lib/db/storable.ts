/** PostgreSQL's text holds neither NUL nor half of a surrogate pair; both become U+FFFD instead of failing the whole batch. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}

/** JSON for a `jsonb` column, with the same two repairs at every depth. */
export function storableJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === "string" ? storableText(inner) : inner,
    ) ?? "null"
  );
}
