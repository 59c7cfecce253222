import { runRoute } from "#app/_server/run-route.ts";
import { streamOfText } from "#app/_server/stream-of-text.ts";
import { comparedCaseParams } from "#lib/comparisons/cases/compared-case-params.ts";
import { exportComparedCases } from "#lib/comparisons/cases/export-compared-cases.ts";

export async function GET(request: Request) {
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const format = query.get("format") === "jsonl" ? "jsonl" : "csv";
    const { fileName, contentType, chunks } = await exportComparedCases(ctx, {
      ...comparedCaseParams(query),
      format,
    });
    return new Response(streamOfText(chunks), {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
      },
    });
  });
}
