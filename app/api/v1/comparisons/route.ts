import { runRoute } from "#app/_server/run-route.ts";
import { comparedCaseParams } from "#lib/comparisons/cases/compared-case-params.ts";
import { getComparison } from "#lib/comparisons/get-comparison.ts";

/** ?runs=<baseline>,<candidate> */
export async function GET(request: Request) {
  return await runRoute(request, async (ctx) => {
    const { baselineId, candidateId } = comparedCaseParams(new URL(request.url).searchParams);
    const comparison = await getComparison(ctx, { baselineId, candidateId });
    return Response.json(comparison, { headers: { "cache-control": "no-store" } });
  });
}
