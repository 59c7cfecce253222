import { runRoute } from "#app/_server/run-route.ts";
import { comparedCaseParams } from "#lib/comparisons/cases/compared-case-params.ts";
import { listComparedCases } from "#lib/comparisons/cases/list-compared-cases.ts";

export async function GET(request: Request) {
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const page = await listComparedCases(ctx, {
      ...comparedCaseParams(query),
      cursor: query.get("cursor"),
      limit: Number(query.get("limit") ?? 100),
    });
    return Response.json(page, { headers: { "cache-control": "no-store" } });
  });
}
