import { runRoute } from "#app/_server/run-route.ts";
import { prepareSearch } from "#lib/outcomes/list/prepare-search.ts";

type RunRoute = { params: Promise<{ runId: string }> };

/** Answers once the texts of the run can be searched quickly. */
export async function GET(request: Request, { params }: RunRoute) {
  const { runId } = await params;
  return await runRoute(request, async (ctx) => {
    await prepareSearch(ctx, { runId });
    return Response.json({ prepared: true });
  });
}
