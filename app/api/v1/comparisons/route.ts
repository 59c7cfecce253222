import { runRoute } from "#app/_server/run-route.ts";
import { comparedCaseParams } from "#lib/comparisons/cases/compared-case-params.ts";
import { readMargin } from "#lib/comparisons/cases/read-margin.ts";
import { getComparison } from "#lib/comparisons/get-comparison.ts";

/** ?runs=<baseline>,<candidate>,…&against=<candidate>&grader=<version>&margin=<points> */
export async function GET(request: Request) {
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const { runIds, againstId, graderVersionId } = comparedCaseParams(query);
    const margin = readMargin(query);
    const comparison = await getComparison(ctx, { runIds, againstId, graderVersionId, margin });
    return Response.json(comparison, { headers: { "cache-control": "no-store" } });
  });
}
