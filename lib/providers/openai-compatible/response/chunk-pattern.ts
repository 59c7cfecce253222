/**
 * The chunks of one stream differ in nothing but their piece of text. Learns what stands around it from one chunk, and
 * then reads only the piece of those that follow, which takes a third of the time of parsing each of them.
 * Exact: a chunk that equals the learnt one outside of one JSON string means the same outside of it. The string is that of
 * the content because the learnt chunk has no other key of this name.
 */
export class ChunkPattern {
  private before: string | null = null;
  private after = "";

  /** `piece` is what the general reader took from the content of this chunk, which must say nothing else of its own. */
  learn(data: string, piece: string): void {
    const key = /"content"\s*:\s*(?=")/.exec(data);
    if (key === null || data.indexOf('"content"', key.index + 1) !== -1) return;
    const start = key.index + key[0].length;
    const end = endOfString(data, start);
    if (parseString(data.slice(start, end)) !== piece) return;
    this.before = data.slice(0, start);
    this.after = data.slice(end);
  }

  /** The piece of a chunk that fits what was learnt; null for any other chunk. */
  read(data: string): string | null {
    const { before, after } = this;
    if (before === null || data.length < before.length + after.length + 2) return null;
    if (!data.startsWith(before) || !data.endsWith(after)) return null;
    return parseString(data.slice(before.length, data.length - after.length));
  }
}

/** The position behind the closing quote of the JSON string that begins at `start`. */
function endOfString(data: string, start: number): number {
  for (let at = start + 1; at < data.length; at += 1) {
    const char = data[at];
    if (char === "\\") at += 1;
    else if (char === '"') return at + 1;
  }
  return data.length;
}

function parseString(literal: string): string | null {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}
