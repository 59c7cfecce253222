import { readJsonBody } from "#app/_server/read-json-body.ts";
import { runRoute } from "#app/_server/run-route.ts";
import { listGatedRuns } from "#lib/gates/results/list-gated-runs.ts";
import { runListParams } from "#lib/runs/run-list-params.ts";
import { type StartNewestInput, startNewest } from "#lib/runs/starting/start-newest.ts";

export async function GET(request: Request) {
  return await runRoute(request, async (ctx) => {
    const query = new URL(request.url).searchParams;
    const page = await listGatedRuns(ctx, {
      ...runListParams(query),
      cursor: query.get("cursor"),
      limit: Number(query.get("limit") ?? 50),
    });
    return Response.json(page, { headers: { "cache-control": "no-store" } });
  });
}

/** `{ requestKey, datasetId, modelIds, repetitions… }` starts a run of each model; the same request key starts them once. */
export async function POST(request: Request) {
  return await runRoute(request, async (ctx) => {
    // The verb parses what it is given.
    const input = (await readJsonBody(request)) as StartNewestInput;
    return Response.json(await startNewest(ctx, input), { status: 201 });
  });
}
