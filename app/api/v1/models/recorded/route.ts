import { runRoute } from "#app/_server/run-route.ts";
import { formatBytes } from "#components/ui/format/format-bytes.ts";
import { requireRole } from "#lib/context/context.ts";
import { caseLimits } from "#lib/datasets/cases/case-limits.ts";
import { parseFile } from "#lib/datasets/importing/parse-file.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { importRecordedAnswers, importRecordedInput } from "#lib/models/recorded/import-recorded-answers.ts";

/** The raw file is the body, `?options=` names the model and the format; the answer is the report. */
export async function POST(request: Request) {
  return await runRoute(request, async (ctx) => {
    requireRole(ctx, "editor", "import answers");
    const options = parseInput(
      importRecordedInput,
      readOptions(new URL(request.url).searchParams.get("options")),
    );
    if (request.body === null) throw new AppError("invalid", "The file is empty. Nothing was imported.");
    const { signal } = request;
    const rows = parseFile(chunksOf(request.body, signal), options.format);
    const report = await importRecordedAnswers(ctx, options, { rows, signal });
    return Response.json(report);
  });
}

function readOptions(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    throw new AppError(
      "invalid",
      "The address needs ?options= with a JSON object that names the model and the format.",
    );
  }
}

/** Throws when the sender goes away, or sends more than a file may have. */
async function* chunksOf(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    signal.throwIfAborted();
    bytes += chunk.byteLength;
    if (bytes > caseLimits.fileBytes) {
      const limit = formatBytes(caseLimits.fileBytes);
      throw new AppError(
        "too-large",
        `The file is larger than ${limit}. Split it into smaller files. Nothing was imported.`,
      );
    }
    yield chunk;
  }
}
