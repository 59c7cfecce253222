import { runRoute } from "#app/_server/run-route.ts";
import { attemptListParams } from "#lib/runs/attempts/attempt-list-params.ts";
import { getAttempt } from "#lib/runs/get-attempt.ts";
import { neighbourAttempts } from "#lib/runs/neighbour-attempts.ts";

type RunRoute = { params: Promise<{ runId: string }> };

/** One attempt, and what comes before and after it in the list that the address describes. */
export async function GET(request: Request, { params }: RunRoute) {
  const { runId } = await params;
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const which = { runId, key: query.get("case") ?? "", repetition: query.get("repetition") ?? undefined };
    const [attempt, neighbours] = await Promise.all([
      getAttempt(ctx, which),
      neighbourAttempts(ctx, { ...attemptListParams(query), ...which }),
    ]);
    return Response.json({ attempt, neighbours }, { headers: { "cache-control": "no-store" } });
  });
}
