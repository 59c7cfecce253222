import { runRoute } from "#app/_server/run-route.ts";
import { getDecision } from "#lib/decisions/reading/get-decision.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

type Route = { params: Promise<{ decisionId: string }> };

export async function GET(request: Request, { params }: Route) {
  return await runRoute(request, async (ctx) => {
    const decision = await getDecision(ctx, parseInput(idSchema, (await params).decisionId));
    return Response.json(decision, { headers: { "cache-control": "no-store" } });
  });
}
