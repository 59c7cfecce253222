import { runRoute } from "#app/_server/run-route.ts";
import { streamOfText } from "#app/_server/stream-of-text.ts";
import { exportRuns } from "#lib/runs/export-runs.ts";
import { runListParams } from "#lib/runs/run-list-params.ts";

export async function GET(request: Request) {
  return await runRoute(request, async (ctx) => {
    const filter = runListParams(new URL(request.url).searchParams);
    return new Response(streamOfText(exportRuns(ctx, filter)), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="runs.csv"',
        "cache-control": "no-store",
      },
    });
  });
}
