import { readJsonBody } from "#app/_server/read-json-body.ts";
import { runRoute } from "#app/_server/run-route.ts";
import { findBaseline } from "#lib/baselines/find-baseline.ts";
import { refuseUnknownDataset } from "#lib/datasets/refuse-unknown-dataset.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { listPolicyVersions } from "#lib/gates/policy/list-policy-versions.ts";
import { type SavePolicyInput, savePolicy } from "#lib/gates/policy/save-policy.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

type DatasetRoute = { params: Promise<{ datasetId: string }> };

/** The policy and the baseline in force; null where there is none. */
export const GET = (request: Request, { params }: DatasetRoute) =>
  runRoute(request, async (ctx) => {
    const { datasetId } = await params;
    const { items } = await listPolicyVersions(ctx, { datasetId, limit: 1 });
    const [inForce = null] = items;
    const baseline = await findBaseline(ctx, { datasetId });
    return Response.json({
      policy: inForce && { number: inForce.number, note: inForce.note, rules: inForce.policy },
      baseline: baseline && { runId: baseline.runId, runNumber: baseline.runNumber },
    });
  });

/** `{ policy, note }` becomes the next version of the dataset's policy. */
export const PUT = (request: Request, { params }: DatasetRoute) =>
  runRoute(request, async (ctx) => {
    const datasetId = parseInput(idSchema, (await params).datasetId);
    await refuseUnknownDataset(ctx, datasetId);
    const body = await readJsonBody(request);
    // The verb parses what it is given.
    return Response.json(await savePolicy(ctx, { ...body, datasetId } as SavePolicyInput));
  });
