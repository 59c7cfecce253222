import { parseCsv } from "./csv/parse-csv.ts";
import { parseJsonl } from "./jsonl/parse-jsonl.ts";
import type { RowEvent } from "./tabular-row.ts";

export type FormatId = "csv" | "jsonl";

export type Format = {
  id: FormatId;
  label: string;
  /** Lower case, with the dot. */
  extensions: readonly string[];
  parse: (chunks: AsyncIterable<string>) => AsyncGenerator<RowEvent>;
};

/** Every format that a dataset can be imported from. */
export const formats: readonly Format[] = [
  { id: "csv", label: "CSV", extensions: [".csv", ".tsv"], parse: (chunks) => parseCsv(chunks) },
  {
    id: "jsonl",
    label: "JSON Lines",
    extensions: [".jsonl", ".ndjson", ".json"],
    parse: (chunks) => parseJsonl(chunks),
  },
];

/** The format that a file's name says, or null. */
export function formatForFileName(name: string): Format | null {
  const lowerCased = name.trim().toLowerCase();
  return (
    formats.find(({ extensions }) => extensions.some((extension) => lowerCased.endsWith(extension))) ?? null
  );
}
