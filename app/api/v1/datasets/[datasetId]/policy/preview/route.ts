import { readJsonBody } from "#app/_server/read-json-body.ts";
import { runRoute } from "#app/_server/run-route.ts";
import { refuseUnknownDataset } from "#lib/datasets/refuse-unknown-dataset.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { previewPolicy } from "#lib/gates/preview/preview-policy.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

type DatasetRoute = { params: Promise<{ datasetId: string }> };

/** What the latest runs would have got from the policy in the body. Stores nothing. */
export const POST = (request: Request, { params }: DatasetRoute) =>
  runRoute(request, async (ctx) => {
    const datasetId = parseInput(idSchema, (await params).datasetId);
    await refuseUnknownDataset(ctx, datasetId);
    const { policy } = await readJsonBody(request);
    const input = { datasetId, policy } as Parameters<typeof previewPolicy>[1];
    return Response.json(
      { runs: await previewPolicy(ctx, input) },
      { headers: { "cache-control": "no-store" } },
    );
  });
