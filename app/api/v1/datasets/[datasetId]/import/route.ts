import { runRoute } from "#app/_server/run-route.ts";
import { requireRole } from "#lib/context/context.ts";
import { getDataset } from "#lib/datasets/get-dataset.ts";
import { importOptionsSchema } from "#lib/datasets/importing/import-options.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { importStream } from "./import-stream.ts";

type DatasetRoute = { params: Promise<{ datasetId: string }> };

/** The raw file is the body, `?options=` says how to read it; the answer is a stream of JSON lines. */
export async function POST(request: Request, { params }: DatasetRoute) {
  const { datasetId } = await params;
  return await runRoute(request, async (ctx) => {
    requireRole(ctx, "editor", "import cases");

    const options = parseInput(
      importOptionsSchema,
      readOptions(new URL(request.url).searchParams.get("options")),
    );
    await getDataset(ctx, { datasetId });
    if (request.body === null) throw new AppError("invalid", "The file is empty. Nothing was imported.");
    return new Response(
      importStream(ctx, { datasetId, options, body: request.body, signal: request.signal }),
      {
        headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" },
      },
    );
  });
}

function readOptions(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    throw new AppError(
      "invalid",
      "The address needs ?options= with a JSON object that names the format and the mapping.",
    );
  }
}
