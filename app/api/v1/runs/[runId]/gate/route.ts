import { runRoute } from "#app/_server/run-route.ts";
import { evaluateGate } from "#lib/gates/evaluate-gate.ts";
import { getGate } from "#lib/gates/results/get-gate.ts";

type RunRoute = { params: Promise<{ runId: string }> };

const fresh = { headers: { "cache-control": "no-store" } };

/** What the gate says of a run: `verdict` and `exitCode` for scripts, and every rule with its figures. */
export const GET = (request: Request, { params }: RunRoute) =>
  runRoute(request, async (ctx) => Response.json(await getGate(ctx, await params), fresh));

/** Evaluates it by the policy and the baseline in force, and answers with the same object. */
export const POST = (request: Request, { params }: RunRoute) =>
  runRoute(request, async (ctx) => {
    const { runId } = await params;
    await evaluateGate(ctx, { runId });
    return Response.json(await getGate(ctx, { runId }), fresh);
  });
