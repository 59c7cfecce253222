export type TypedPair = { expected: string; output: string; same: boolean };
export type PairReading = { ok: true; pairs: TypedPair[] } | { ok: false; message: string };

/** Labelled pairs, one JSON object on each line: `{"expected": "…", "output": "…", "same": true}`. */
export function readPairs(text: string): PairReading {
  const pairs: TypedPair[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const pair = readPair(line);
    if (pair === null) {
      return {
        ok: false,
        message: `Line ${index + 1} is not a pair. Write {"expected": "…", "output": "…", "same": true} on a line of its own.`,
      };
    }
    pairs.push(pair);
  }
  if (pairs.length < 2) return { ok: false, message: "Enter at least two pairs." };
  if (pairs.every(({ same }) => same === pairs[0]?.same))
    return {
      ok: false,
      message: "Enter pairs that mean the same and pairs that do not: the threshold lies between them.",
    };
  return { ok: true, pairs };
}

function readPair(line: string): TypedPair | null {
  try {
    const { expected, output, same }: Record<string, unknown> = Object(JSON.parse(line));
    const isPair = typeof expected === "string" && typeof output === "string" && typeof same === "boolean";
    return isPair ? { expected, output, same } : null;
  } catch {
    return null;
  }
}
