import { RecordText, type TextRecord } from "./text-record.ts";

/** Lines that are not blank, split at LF only: U+2028 and a lone CR are ordinary characters in JSON Lines. */
export async function* splitLines(
  chunks: AsyncIterable<string>,
  maxChars: number,
): AsyncGenerator<TextRecord> {
  const text = new RecordText(maxChars);
  let line = 1;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf("\n"); end !== -1; end = chunk.indexOf("\n", start)) {
      text.append(chunk.slice(start, end));
      const record = text.take(line);
      if (record !== null) yield record;
      line += 1;
      start = end + 1;
    }
    text.append(chunk.slice(start));
  }
  const last = text.take(line);
  if (last !== null) yield last;
}
