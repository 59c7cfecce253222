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
