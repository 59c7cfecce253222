import { runRoute } from "#app/_server/run-route.ts";
import { neighbourRunAttempts } from "#lib/outcomes/list/neighbour-run-attempts.ts";
import { listAttemptLabels } from "#lib/review/labels/list-attempt-labels.ts";
import { listFailureModes } from "#lib/review/labels/list-failure-modes.ts";
import { attemptListParams } from "#lib/runs/attempts/attempt-list-params.ts";
import { getAttempt } from "#lib/runs/get-attempt.ts";

type RunRoute = { params: Promise<{ runId: string }> };

/** One attempt with what people say of it, and what comes before and after it in the list that the address describes. */
export async function GET(request: Request, { params }: RunRoute) {
  const { runId } = await params;
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const which = { runId, key: query.get("case") ?? "", repetition: query.get("repetition") ?? undefined };
    const [attempt, neighbours, labels, failureModes] = await Promise.all([
      getAttempt(ctx, which),
      neighbourRunAttempts(ctx, { ...attemptListParams(query), ...which }),
      listAttemptLabels(ctx, which),
      listFailureModes(ctx, { runId }),
    ]);
    return Response.json(
      { attempt, neighbours, labels, failureModes },
      { headers: { "cache-control": "no-store" } },
    );
  });
}
