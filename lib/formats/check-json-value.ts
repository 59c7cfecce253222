const maxDepth = 100;

/**
 * Why a parsed JSON value cannot be kept, or null. PostgreSQL stores neither NUL nor lone surrogates in jsonb, and
 * nesting beyond 100 levels overflows the stack of whoever walks or serialises the value later.
 */
export function checkJsonValue(value: unknown): string | null {
  return check(value, 0);
}

function check(value: unknown, depth: number): string | null {
  if (typeof value === "string") return checkText(value);
  if (typeof value !== "object" || value === null) return null;
  if (depth >= maxDepth) return `It is nested more than ${maxDepth} levels deep.`;
  if (Array.isArray(value)) {
    for (const item of value) {
      const reason = check(item, depth + 1);
      if (reason !== null) return reason;
    }
    return null;
  }
  for (const [key, item] of Object.entries(value)) {
    const reason = checkText(key) ?? check(item, depth + 1);
    if (reason !== null) return reason;
  }
  return null;
}

function checkText(text: string): string | null {
  if (text.includes("\0")) return "It contains a NUL character (\\u0000), which cannot be stored.";
  if (!text.isWellFormed())
    return "It contains half of a surrogate pair (\\ud800 to \\udfff), which cannot be stored.";
  return null;
}
