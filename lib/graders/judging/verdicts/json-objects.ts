const maxStarts = 200;

/**
 * The outermost JSON objects in a text, as they are written, in their order. Braces inside of JSON strings do not count. Linear for
 * usual texts, and bounded by the number of opening braces that are tried.
 */
export function jsonObjectsIn(text: string): string[] {
  const found: string[] = [];
  let from = text.indexOf("{");
  for (let starts = 0; from !== -1 && starts < maxStarts; starts++) {
    const end = endOfObject(text, from);
    const candidate = end === null ? null : text.slice(from, end);
    const isObject = candidate !== null && parses(candidate);
    if (candidate !== null && isObject) found.push(candidate);
    from = text.indexOf("{", isObject && end !== null ? end : from + 1);
  }
  return found;
}

function endOfObject(text: string, from: number): number | null {
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === "\\") at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{") depth += 1;
    else if (char === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether an object in the text names a key twice; `JSON.parse` would keep the last one without a word. */
export function hasDoubleKeys(text: string): boolean {
  const keys = (json: string) => json.match(/"(?:[^"\\]|\\.)*"\s*:/g)?.length ?? 0;
  return keys(text) > keys(JSON.stringify(JSON.parse(text)));
}
