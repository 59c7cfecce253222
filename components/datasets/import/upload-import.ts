import { type ImportEvent, importEventSchema } from "#lib/datasets/importing/import-event.ts";
import type { ImportOptions } from "#lib/datasets/importing/import-options.ts";
import type { ImportReport } from "#lib/datasets/importing/import-report.ts";

export type UploadProgress = { bytes: number; rows: number };
export type UploadResult =
  | { type: "done"; report: ImportReport }
  | { type: "failed"; message: string }
  | { type: "cancelled" };
export type Upload = { result: Promise<UploadResult>; cancel: () => void };

const unreachable = "The connection to the server broke. Nothing was imported. Try again.";

/** Sends the file as it lies on the disk. XMLHttpRequest, because fetch cannot say how much of a body is sent. */
export function uploadImport(
  datasetId: string,
  file: Blob,
  options: ImportOptions,
  onProgress: (progress: UploadProgress) => void,
): Upload {
  const request = new XMLHttpRequest();
  const progress = { bytes: 0, rows: 0 };
  const events = new EventReader();
  const note = (change: Partial<UploadProgress>) => onProgress({ ...Object.assign(progress, change) });

  const result = new Promise<UploadResult>((resolve) => {
    request.upload.onprogress = (event) => note({ bytes: event.loaded });
    request.onprogress = () => {
      for (const event of events.read(request.responseText)) {
        if (event.type === "progress")
          note({ rows: event.rows, bytes: Math.max(event.bytes, progress.bytes) });
      }
    };
    request.onload = () => {
      const last = events.read(`${request.responseText}\n`).at(-1) ?? events.last;
      if (last?.type === "done") resolve(last);
      else if (last?.type === "error") resolve({ type: "failed", message: last.message });
      else resolve({ type: "failed", message: refusal(request) });
    };
    request.onerror = () => resolve({ type: "failed", message: unreachable });
    request.onabort = () => resolve({ type: "cancelled" });
  });
  request.open(
    "POST",
    `/api/v1/datasets/${datasetId}/import?${new URLSearchParams({ options: JSON.stringify(options) })}`,
  );
  request.setRequestHeader("content-type", "application/octet-stream");
  request.send(file);
  return { result, cancel: () => request.abort() };
}

/** Whole lines of an answer that grows. */
class EventReader {
  last: ImportEvent | null = null;
  private at = 0;

  read(text: string): ImportEvent[] {
    const end = text.lastIndexOf("\n") + 1;
    const lines = text.slice(this.at, end).split("\n");
    this.at = Math.max(this.at, end);
    const events = lines.filter((line) => line !== "").flatMap((line) => parseEvent(line) ?? []);
    this.last = events.at(-1) ?? this.last;
    return events;
  }
}

function parseEvent(line: string): ImportEvent | null {
  try {
    return importEventSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

function refusal(request: XMLHttpRequest): string {
  try {
    const body: { error?: { message?: unknown } } = JSON.parse(request.responseText);
    if (typeof body.error?.message === "string") return body.error.message;
  } catch {
    // Not an answer of ours: a proxy, or a server that stopped.
  }
  if (request.status === 413)
    return "A proxy in front of the server refuses a file of this size. Nothing was imported.";
  return request.status >= 400
    ? `The server answered ${request.status}. Nothing was imported. Try again.`
    : unreachable;
}
