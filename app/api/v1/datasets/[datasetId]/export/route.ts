import { runRoute } from "#app/_server/run-route.ts";
import { streamOfText } from "#app/_server/stream-of-text.ts";
import { caseListParams } from "#lib/datasets/cases/case-list-params.ts";
import { exportCases } from "#lib/datasets/export-cases.ts";

type DatasetRoute = { params: Promise<{ datasetId: string }> };

export async function GET(request: Request, { params }: DatasetRoute) {
  const { datasetId } = await params;
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const { sort: _sort, direction: _direction, ...filter } = caseListParams(query);
    const format = query.get("format") === "jsonl" ? "jsonl" : "csv";
    const { fileName, contentType, chunks } = await exportCases(ctx, { ...filter, datasetId, format });
    return new Response(streamOfText(chunks), {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
      },
    });
  });
}
