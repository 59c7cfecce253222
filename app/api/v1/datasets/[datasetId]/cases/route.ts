import { runRoute } from "#app/_server/run-route.ts";
import { caseListParams } from "#lib/datasets/cases/case-list-params.ts";
import { listCases } from "#lib/datasets/cases/list-cases.ts";

type DatasetRoute = { params: Promise<{ datasetId: string }> };

export async function GET(request: Request, { params }: DatasetRoute) {
  const { datasetId } = await params;
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const page = await listCases(ctx, {
      ...caseListParams(query),
      datasetId,
      cursor: query.get("cursor"),
      limit: Number(query.get("limit") ?? 100),
    });
    return Response.json(page, { headers: { "cache-control": "no-store" } });
  });
}
