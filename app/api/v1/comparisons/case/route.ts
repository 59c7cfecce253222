import { runRoute } from "#app/_server/run-route.ts";
import { comparedCaseParams } from "#lib/comparisons/cases/compared-case-params.ts";
import { getComparedCase } from "#lib/comparisons/cases/get-compared-case.ts";

export async function GET(request: Request) {
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const found = await getComparedCase(ctx, {
      ...comparedCaseParams(query),
      key: query.get("key") ?? "",
      repetition: query.get("repetition") ?? 1,
    });
    return Response.json(found, { headers: { "cache-control": "no-store" } });
  });
}
