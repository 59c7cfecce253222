import { runRoute } from "#app/_server/run-route.ts";
import { listGatedRuns } from "#lib/gates/results/list-gated-runs.ts";
import { runListParams } from "#lib/runs/run-list-params.ts";

export async function GET(request: Request) {
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const page = await listGatedRuns(ctx, {
      ...runListParams(query),
      cursor: query.get("cursor"),
      limit: Number(query.get("limit") ?? 50),
    });
    return Response.json(page, { headers: { "cache-control": "no-store" } });
  });
}
