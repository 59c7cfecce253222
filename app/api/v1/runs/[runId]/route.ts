import { runRoute } from "#app/_server/run-route.ts";
import { getRun } from "#lib/runs/get-run.ts";
import { getRunByNumber } from "#lib/runs/get-run-by-number.ts";

type RunRoute = { params: Promise<{ runId: string }> };

/** A run with everything it pins, by its id or by its number. */
export async function GET(request: Request, { params }: RunRoute) {
  const { runId } = await params;
  return await runRoute(request, async (ctx) => {
    const run = /^\d{1,9}$/.test(runId)
      ? await getRunByNumber(ctx, { number: Number(runId) })
      : await getRun(ctx, { runId });
    return Response.json(run, { headers: { "cache-control": "no-store" } });
  });
}
