import { formatBytes } from "#components/ui/format/format-bytes.ts";
import { caseLimits } from "#lib/datasets/cases/case-limits.ts";
import { AppError } from "#lib/errors/app-error.ts";

export type Upload = {
  /** Throws when the sender goes away, or sends more than a file may have. */
  chunks(): AsyncGenerator<Uint8Array>;
  bytes(): number;
  /** Reads past what nobody wants any more, up to the limit of a file. */
  drain(): Promise<void>;
};

export function openUpload(body: ReadableStream<Uint8Array>, signal: AbortSignal): Upload {
  const reader = body.getReader();
  let bytes = 0;
  // A read that waits for a sender who is gone would hold the import's connection.
  signal.addEventListener("abort", () => void reader.cancel().catch(() => undefined), { once: true });

  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return;
      bytes += value.byteLength;
      if (bytes > caseLimits.fileBytes) throw tooLarge();
      yield value;
    }
  }

  async function drain(): Promise<void> {
    try {
      for (let done = false; !done && bytes <= caseLimits.fileBytes; ) {
        const next = await reader.read();
        bytes += next.value?.byteLength ?? 0;
        done = next.done;
      }
      await reader.cancel();
    } catch {
      // The sender is gone; there is nobody to read for.
    }
  }

  return { chunks, bytes: () => bytes, drain };
}

function tooLarge(): AppError {
  const limit = formatBytes(caseLimits.fileBytes);
  return new AppError(
    "too-large",
    `The file is larger than ${limit}. Split it into smaller files. Nothing was imported.`,
  );
}
