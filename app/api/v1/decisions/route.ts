import { runRoute } from "#app/_server/run-route.ts";
import { listDecisions } from "#lib/decisions/reading/list-decisions.ts";

/** ?after=<id>&dataset=<id>&limit=&current=1 */
export async function GET(request: Request) {
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const page = await listDecisions(ctx, {
      cursor: query.get("after"),
      datasetId: query.get("dataset"),
      limit: query.get("limit") ?? undefined,
      current: query.get("current") === "1",
    });
    return Response.json(page, { headers: { "cache-control": "no-store" } });
  });
}
