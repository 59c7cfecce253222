import { parseCsv } from "#lib/formats/csv/parse-csv.ts";
import { decodeUtf8 } from "#lib/formats/decode-utf8.ts";
import { parseJsonl } from "#lib/formats/jsonl/parse-jsonl.ts";
import type { FormatId } from "#lib/formats/registry.ts";
import type { RowEvent } from "#lib/formats/tabular-row.ts";
import { caseLimits } from "../cases/case-limits.ts";

/** The rows of a file of cases, in the browser and on the server alike. Throws `FormatError` where it is not UTF-8. */
export function parseFile(bytes: AsyncIterable<Uint8Array>, format: FormatId): AsyncGenerator<RowEvent> {
  const text = decodeUtf8(bytes);
  switch (format) {
    case "csv":
      return parseCsv(text, { maxCellChars: caseLimits.valueChars });
    case "jsonl":
      return parseJsonl(text);
  }
}
