import { runRoute } from "#app/_server/run-route.ts";
import { listDatasets } from "#lib/datasets/list-datasets.ts";

/** Datasets, newest first: `?cursor=&limit=&search=&archived=true`. */
export async function GET(request: Request) {
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const page = await listDatasets(ctx, {
      cursor: query.get("cursor"),
      limit: Number(query.get("limit") ?? 100),
      search: query.get("search") ?? "",
      show: query.get("archived") === "true" ? "archived" : "active",
    });
    return Response.json(page, { headers: { "cache-control": "no-store" } });
  });
}
