import type { Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { excerpt } from "#lib/formats/excerpt.ts";
import type { RowEvent, SourceRow } from "#lib/formats/tabular-row.ts";
import { contentHash } from "#lib/ids/content-hash.ts";
import { caseLimits } from "../cases/case-limits.ts";
import type { ColumnMapping } from "../column-mapping.ts";
import { type StagedCase, stageCases } from "../revisions/stage-cases.ts";
import type { RejectedRows } from "./import-report.ts";
import { mapRow } from "./map-row.ts";

const batchRows = 1000;
const batchChars = 4_000_000;
const derivedKeyChars = 12;
const maxIgnoredColumns = 50;

type ReadRowsInput = {
  rows: AsyncIterable<RowEvent>;
  mapping: ColumnMapping;
  rejected: RejectedRows;
  ignored: Set<string>;
  onProgress: ((progress: { rows: number }) => void) | undefined;
};

/** Stages every row that maps to a case and collects those that do not; holds one batch. Returns the number of rows read. */
export async function readRows(tx: Transaction, input: ReadRowsInput): Promise<number> {
  const { mapping, rejected, ignored, onProgress } = input;
  const mapped = new Set(mapping.columns.filter(({ role }) => role !== "ignore").map(({ column }) => column));
  let batch: StagedCase[] = [];
  let chars = 0;
  let count = 0;
  const flush = async () => {
    await stageCases(tx, batch);
    batch = [];
    chars = 0;
    onProgress?.({ rows: count });
  };
  for await (const event of input.rows) {
    count += 1;
    if (count > caseLimits.fileRows) throw tooManyRows();
    if (event.type === "rejected") {
      rejected.add(event.rejected);
      continue;
    }
    noteIgnored(event.row, mapped, ignored);
    const staged = stage(event.row, mapping, rejected);
    if (staged === null) continue;
    batch.push(staged.row);
    chars += staged.chars;
    if (batch.length >= batchRows || chars >= batchChars) await flush();
  }
  await flush();
  return count;
}

function stage(row: SourceRow, mapping: ColumnMapping, rejected: RejectedRows) {
  const result = mapRow(row, mapping);
  if (!result.ok) {
    rejected.add({ line: row.line, reason: result.reason, excerpt: excerpt(startOfRow(row.values)) });
    return null;
  }
  const { key, content } = result;
  const keyHash = key === null ? contentHash(content.input).slice(0, derivedKeyChars) : null;
  return {
    row: {
      ...content,
      key,
      keyHash,
      line: row.line,
      excerpt: excerpt(startOfRow(row.values)),
      archived: false,
    },
    chars: sizeOf(row.values),
  };
}

function noteIgnored(row: SourceRow, mapped: ReadonlySet<string>, ignored: Set<string>): void {
  for (const column of Object.keys(row.values)) {
    if (!mapped.has(column) && ignored.size < maxIgnoredColumns) ignored.add(column);
  }
}

const excerptSource = 300;

function startOfRow(values: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (const value of Object.values(values)) {
    const cell = typeof value === "string" ? value.slice(0, excerptSource) : (JSON.stringify(value) ?? "");
    text += text === "" ? cell : `, ${cell}`;
    if (text.length > excerptSource) break;
  }
  return text;
}

/** About how much of a statement the row will take, in UTF-16 units. */
function sizeOf(values: Readonly<Record<string, unknown>>): number {
  let chars = 0;
  for (const value of Object.values(values)) {
    chars +=
      typeof value === "string"
        ? value.length
        : typeof value === "object"
          ? (JSON.stringify(value) ?? "").length
          : 8;
  }
  return chars;
}

function tooManyRows(): AppError {
  const limit = caseLimits.fileRows.toLocaleString("en");
  return new AppError(
    "too-large",
    `The file has more than ${limit} rows. Split it into files of at most ${limit} rows. Nothing was imported.`,
  );
}
