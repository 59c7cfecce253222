import "server-only";
import type { z } from "zod";
import { toFailure } from "#app/_server/run-action.ts";
import type { Context } from "#lib/context/context.ts";
import { importCases } from "#lib/datasets/import-cases.ts";
import type { ImportEvent } from "#lib/datasets/importing/import-event.ts";
import type { importOptionsSchema } from "#lib/datasets/importing/import-options.ts";
import { parseFile } from "#lib/datasets/importing/parse-file.ts";
import { jsonLine } from "#lib/formats/jsonl/serialise-jsonl.ts";
import { openUpload, type Upload } from "./upload.ts";

type ImportStreamInput = {
  datasetId: string;
  options: z.output<typeof importOptionsSchema>;
  body: ReadableStream<Uint8Array>;
  signal: AbortSignal;
};

const progressIntervalMs = 250;

/** Imports while the body arrives and reports as it goes. Who goes away gives the import up. */
export function importStream(ctx: Context, input: ImportStreamInput): ReadableStream<Uint8Array> {
  const abort = new AbortController();
  const signal = AbortSignal.any([input.signal, abort.signal]);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const send = (event: ImportEvent) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(jsonLine(event)));
      };
      const upload = openUpload(input.body, signal);
      let rows = 0;
      const timer = setInterval(
        () => send({ type: "progress", rows, bytes: upload.bytes() }),
        progressIntervalMs,
      );
      try {
        send(await runImport(ctx, input, upload, signal, (count) => (rows = count)));
        // A browser reads the answer only once it has sent the whole file.
        await upload.drain();
      } finally {
        clearInterval(timer);
        if (!signal.aborted) controller.close();
      }
    },
    cancel() {
      abort.abort();
    },
  });
}

async function runImport(
  ctx: Context,
  { datasetId, options }: ImportStreamInput,
  upload: Upload,
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<ImportEvent> {
  try {
    const report = await importCases(ctx, {
      datasetId,
      mapping: options.mapping,
      onRejected: options.onRejected,
      rows: parseFile(upload.chunks(), options.format),
      onProgress: (progress) => onRows(progress.rows),
      signal,
    });
    return { type: "done", report };
  } catch (error) {
    return {
      type: "error",
      message: signal.aborted ? "The import was cancelled." : toFailure(error).message,
    };
  }
}
