import { runRoute } from "#app/_server/run-route.ts";
import { listRunAttempts } from "#lib/outcomes/list/list-run-attempts.ts";
import { attemptListParams } from "#lib/runs/attempts/attempt-list-params.ts";

type RunRoute = { params: Promise<{ runId: string }> };

export async function GET(request: Request, { params }: RunRoute) {
  const { runId } = await params;
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const page = await listRunAttempts(ctx, {
      ...attemptListParams(query),
      runId,
      cursor: query.get("cursor"),
      limit: Number(query.get("limit") ?? 100),
      offset: query.has("offset") ? Number(query.get("offset")) : null,
      of: query.has("of") ? Number(query.get("of")) : null,
    });
    return Response.json(page, { headers: { "cache-control": "no-store" } });
  });
}
