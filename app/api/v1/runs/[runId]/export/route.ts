import { runRoute } from "#app/_server/run-route.ts";
import { streamOfText } from "#app/_server/stream-of-text.ts";
import { attemptListParams } from "#lib/runs/attempts/attempt-list-params.ts";
import { exportAttempts } from "#lib/runs/export-attempts.ts";

type RunRoute = { params: Promise<{ runId: string }> };

export async function GET(request: Request, { params }: RunRoute) {
  const { runId } = await params;
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const { sort: _sort, direction: _direction, ...filter } = attemptListParams(query);
    const format = query.get("format") === "jsonl" ? "jsonl" : "csv";
    const { fileName, contentType, chunks } = await exportAttempts(ctx, { ...filter, runId, format });
    return new Response(streamOfText(chunks), {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
      },
    });
  });
}
