import { RecordText, type TextRecord } from "./text-record.ts";

/**
 * The elements of one JSON array as texts, without holding the array. Brackets and quotes are counted and nothing else
 * is checked: an element that is not JSON fails when it is parsed. An array that is never closed ends in a problem.
 */
export async function* splitJsonArray(
  chunks: AsyncIterable<string>,
  maxChars: number,
): AsyncGenerator<TextRecord> {
  const text = new RecordText(maxChars);
  let line = 1;
  let elementLine: number | null = null;
  let depth = 0;
  let inString = false;
  let escaped = false;
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const character = chunk.charAt(at);
      if (character === "\n") line += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (character === "\\") escaped = true;
        else if (character === '"') inString = false;
        continue;
      }
      if (depth === 0 && character === "[") {
        depth = 1;
        start = at + 1;
        continue;
      }
      if (depth === 1 && (character === "," || character === "]")) {
        text.append(chunk.slice(start, at));
        const record = text.take(elementLine ?? line);
        if (record !== null) yield record;
        elementLine = null;
        start = at + 1;
        if (character === "]") depth = 0;
        continue;
      }
      if (character === '"') inString = true;
      else if (character === "[" || character === "{") depth += 1;
      else if ((character === "]" || character === "}") && depth > 1) depth -= 1;
      if (elementLine === null && character.trim() !== "") elementLine = line;
    }
    text.append(chunk.slice(start));
  }
  const rest = text.take(elementLine ?? line);
  if (depth === 0) {
    if (rest !== null) yield rest;
    return;
  }
  const problem = "The JSON array is never closed, so the file may be cut off here.";
  yield { line: elementLine ?? line, text: rest?.text ?? "", problem };
}
