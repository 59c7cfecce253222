import type { ImportRecordedInput } from "#lib/models/recorded/import-recorded-answers.ts";
import type { RecordedReport } from "#lib/models/recorded/recorded-report.ts";

export type ImportResult =
  | { ok: true; report: RecordedReport }
  | { ok: false; message: string; fields: Readonly<Record<string, string>> };

type Refusal = { error?: { message?: string; fields?: Record<string, string> } };

const unreachable = "The connection to the server broke. Nothing was imported. Try again.";

/** Sends the file as it lies on the disk. */
export async function importAnswers(
  file: Blob,
  options: ImportRecordedInput,
  signal: AbortSignal,
): Promise<ImportResult> {
  try {
    const address = `/api/v1/models/recorded?${new URLSearchParams({ options: JSON.stringify(options) })}`;
    const headers = { "content-type": "application/octet-stream" };
    const response = await fetch(address, { method: "POST", body: file, headers, signal });
    if (response.ok) return { ok: true, report: await response.json() };
    const { error }: Refusal = await response.json();
    return { ok: false, message: error?.message ?? unreachable, fields: error?.fields ?? {} };
  } catch {
    const message = signal.aborted ? "The import was cancelled. Nothing was imported." : unreachable;
    return { ok: false, message, fields: {} };
  }
}
