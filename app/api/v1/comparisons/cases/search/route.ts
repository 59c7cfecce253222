import { runRoute } from "#app/_server/run-route.ts";
import { runIdsOf } from "#lib/comparisons/cases/compared-case-params.ts";
import { prepareComparedSearch } from "#lib/comparisons/cases/prepare-compared-search.ts";

/** Answers once the texts of the compared runs can be searched quickly. */
export async function GET(request: Request) {
  return await runRoute(request, async (ctx) => {
    await prepareComparedSearch(ctx, { runIds: runIdsOf(new URL(request.url).searchParams) });
    return Response.json({ prepared: true });
  });
}
