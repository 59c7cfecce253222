import { describe, expect, it } from "vitest";
import { csvLine } from "./csv/serialise-csv.ts";
import { jsonLine } from "./jsonl/serialise-jsonl.ts";
import { type FormatId, formatForFileName, formats } from "./registry.ts";
import { describeFormatContract } from "./testing/format-contract.ts";

const samples: Record<
  FormatId,
  { write: (rows: readonly Record<string, string>[]) => string; badLine: string }
> = {
  csv: {
    write: (rows) =>
      [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map(csvLine).join(""),
    badLine: "only one cell\r\n",
  },
  jsonl: { write: (rows) => rows.map(jsonLine).join(""), badLine: '{"input": \n' },
};

for (const format of formats) describeFormatContract({ format, ...samples[format.id] });

describe("formatForFileName", () => {
  it.each([
    ["cases.csv", "csv"],
    ["CASES.CSV ", "csv"],
    ["cases.tsv", "csv"],
    ["a.b.jsonl", "jsonl"],
    ["x.ndjson", "jsonl"],
    ["x.json", "jsonl"],
    ["x.xlsx", undefined],
    ["csv", undefined],
    ["", undefined],
  ])("%s -> %s", (name, id) => {
    expect(formatForFileName(name)?.id).toBe(id);
  });
});
