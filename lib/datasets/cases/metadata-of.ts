/** Metadata as it was stored: every way in makes it an object. */
export function metadataOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
