import { runRoute } from "#app/_server/run-route.ts";
import { exportGraderGrid } from "#lib/scorecards/grid/export-grader-grid.ts";
import { readGridView } from "#lib/scorecards/grid/grid-view.ts";
import { loadGraderGrid } from "#lib/scorecards/grid/load-grader-grid.ts";

type RunRoute = { params: Promise<{ runId: string }> };

/** Every grader in every slice. ?format=csv is the table as its page shows it: ?by=tag&show=marked&sort=c1.desc */
export async function GET(request: Request, { params }: RunRoute) {
  const { runId } = await params;
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    if (query.get("format") !== "csv") {
      const loaded = await loadGraderGrid(ctx, { runId });
      return Response.json(loaded, { headers: { "cache-control": "no-store" } });
    }
    const { fileName, contentType, content } = await exportGraderGrid(ctx, {
      runId,
      view: readGridView(query),
    });
    return new Response(content, {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
      },
    });
  });
}
