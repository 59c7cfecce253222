const maxLeaves = 10_000;

/**
 * The text that a baseline reads: a string as it is; else the value of the named field, if there is one; else all string
 * leaves in document order, one a line. Numbers and booleans count as text where nothing else is there.
 */
export function inputText(input: unknown, field?: string): string {
  if (typeof input === "string") return input;
  if (field !== undefined && typeof input === "object" && input !== null && Object.hasOwn(input, field)) {
    return inputText(Object.entries(input).find(([key]) => key === field)?.[1]);
  }
  if (typeof input === "number" || typeof input === "boolean") return String(input);
  return stringLeaves(input).join("\n");
}

/** Walks with a stack of its own: nesting of any depth is safe. */
function stringLeaves(root: unknown): string[] {
  const leaves: string[] = [];
  const pending: unknown[] = [root];
  while (pending.length > 0 && leaves.length < maxLeaves) {
    const value = pending.pop();
    if (typeof value === "string") leaves.push(value);
    else if (typeof value === "object" && value !== null) {
      for (const child of Object.values(value).reverse()) pending.push(child);
    }
  }
  return leaves;
}
