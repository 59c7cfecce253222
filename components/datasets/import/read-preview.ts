import { parseFile } from "#lib/datasets/importing/parse-file.ts";
import type { FormatId } from "#lib/formats/registry.ts";
import { formatForFileName } from "#lib/formats/registry.ts";
import type { RejectedRow, SourceRow } from "#lib/formats/tabular-row.ts";

export type Preview = {
  columns: string[];
  /** The first rows, at most 200. */
  rows: SourceRow[];
  rejected: RejectedRow[];
  /** Whether more of the file was left unread. */
  isPart: boolean;
};

const previewRows = 200;
/** Read further only while not one row fits: a first row of megabytes. */
const readBytes = [256 * 1024, 4 * 1024 * 1024, 32 * 1024 * 1024];
const lineFeed = 0x0a;

/** Looks at the start of a file, never at the whole. Throws `FormatError` where it is not text in UTF-8. */
export async function readPreview(file: Blob, format: FormatId): Promise<Preview> {
  let preview: Preview = { columns: [], rows: [], rejected: [], isPart: false };
  for (const limit of readBytes) {
    preview = await previewOf(await startOf(file, limit), format, file.size > limit);
    if (preview.rows.length > 0 || !preview.isPart) break;
  }
  return preview;
}

/** The format that a file's name says, or else its first character. */
export async function guessFormat(file: File): Promise<FormatId> {
  const named = formatForFileName(file.name);
  if (named !== null) return named.id;
  const start = (await file.slice(0, 4096).text()).trimStart();
  return start.startsWith("{") || start.startsWith("[") ? "jsonl" : "csv";
}

/** Whole lines where the file goes on: half a line, or half a character, would be called broken. */
async function startOf(file: Blob, limit: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.slice(0, limit).arrayBuffer());
  if (file.size <= limit) return bytes;
  return bytes.subarray(0, bytes.lastIndexOf(lineFeed) + 1);
}

async function previewOf(bytes: Uint8Array, format: FormatId, isPart: boolean): Promise<Preview> {
  const columns = new Set<string>();
  const rows: SourceRow[] = [];
  const rejected: RejectedRow[] = [];
  if (isPart && bytes.length === 0) return { columns: [], rows, rejected, isPart };
  async function* once() {
    yield bytes;
  }
  let endsRejected = false;
  for await (const event of parseFile(once(), format)) {
    endsRejected = event.type === "rejected";
    if (event.type === "rejected") {
      rejected.push(event.rejected);
      continue;
    }
    for (const column of Object.keys(event.row.values)) columns.add(column);
    rows.push(event.row);
    if (rows.length >= previewRows) return { columns: [...columns], rows, rejected, isPart: true };
  }
  // The last record may only look broken because the rest of it was not read.
  if (isPart && endsRejected) rejected.pop();
  return { columns: [...columns], rows, rejected, isPart };
}
