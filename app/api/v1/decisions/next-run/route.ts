import { runRoute } from "#app/_server/run-route.ts";
import { planNextRun } from "#lib/decisions/next-run/plan-next-run.ts";

/** What starting a run that a board lacks would do and cost: ?like=<run>&model=<model>&repetitions= */
export async function GET(request: Request) {
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const repetitions = query.get("repetitions");
    const plan = await planNextRun(ctx, {
      likeRunId: query.get("like") ?? "",
      modelId: query.get("model") ?? "",
      ...(repetitions !== null && { repetitions: Number(repetitions) }),
    });
    return Response.json(plan, { headers: { "cache-control": "no-store" } });
  });
}
