export type TypedValue = { value: unknown; readAs: "nothing" | "text" | "JSON" };

/** What a text box stands for: an object or a list when it is one in JSON, else the text; an empty box is no value. */
export function readTypedValue(text: string): TypedValue {
  const trimmed = text.trim();
  if (trimmed === "") return { value: null, readAs: "nothing" };
  if (!/^[[{]/.test(trimmed)) return { value: text, readAs: "text" };
  try {
    return { value: JSON.parse(trimmed), readAs: "JSON" };
  } catch {
    return { value: text, readAs: "text" };
  }
}

/** A JSON object; while what is typed is none, an empty one. */
export function readTypedObject(text: string | undefined): Record<string, unknown> {
  const { value } = readTypedValue(text ?? "");
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}
