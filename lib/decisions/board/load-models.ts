import { findBaseline } from "#lib/baselines/find-baseline.ts";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { Evidence } from "#lib/gates/evaluate/evidence.ts";
import type { Policy } from "#lib/gates/policy/policy-schema.ts";
import { loadEvidence } from "#lib/gates/results/load-evidence.ts";
import { resolvePrices } from "#lib/models/prices/resolve-price.ts";
import { modelSize } from "#lib/models/size/model-size.ts";
import { hostingOf } from "../weighing/hosting.ts";
import type { ModelEvidence } from "./model-evidence.ts";

const select = {
  id: true,
  number: true,
  state: true,
  planned: true,
  finishedAt: true,
  datasetId: true,
  datasetVersion: { select: { id: true, number: true } },
  modelVersion: {
    select: {
      id: true,
      number: true,
      provider: true,
      providerModel: true,
      inputPrice: true,
      outputPrice: true,
      cachedInputPrice: true,
      connection: { select: { kind: true, baseUrl: true } },
      model: {
        select: {
          id: true,
          name: true,
          licence: true,
          parametersBillion: true,
          activeParametersBillion: true,
        },
      },
    },
  },
  graders: {
    orderBy: { position: "asc" },
    select: {
      graderVersion: {
        select: { id: true, number: true, critical: true, grader: { select: { id: true, name: true } } },
      },
    },
  },
} as const satisfies Prisma.RunSelect;

type Row = Prisma.RunGetPayload<{ select: typeof select }>;

export type LoadModelsInput = { datasetId: string; runIds: readonly string[]; policy: Policy };

/**
 * Runs of one dataset with everything that a board reads of them, in the order of their ids.
 *
 * @throws AppError not-found when a run is missing, foreign or of another dataset; conflict when it has not ended.
 */
export async function loadModels(ctx: Context, input: LoadModelsInput): Promise<ModelEvidence[]> {
  const { datasetId, runIds } = input;
  const found = await db().run.findMany({
    where: { workspaceId: ctx.workspaceId, datasetId, id: { in: [...runIds] } },
    select,
  });
  const rows = runIds.map((id) => endedRun(found, id));
  const [evidences, prices] = await Promise.all([
    Promise.all(rows.map(async (row) => await evidenceOf(ctx, row, input.policy))),
    resolvePrices(
      ctx,
      rows.map(({ modelVersion }) => modelVersion),
      ctx.now,
    ),
  ]);
  return rows.flatMap((row, index) => {
    const { inputPrice = null, outputPrice = null, cachedInputPrice = null } = prices[index] ?? {};
    const evidence = evidences[index];
    return evidence === undefined
      ? []
      : [{ ...aboutRun(row), prices: { inputPrice, outputPrice, cachedInputPrice }, evidence }];
  });
}

function endedRun(found: readonly Row[], id: string): Row {
  const row = found.find((one) => one.id === id);
  if (row === undefined) {
    throw new AppError("not-found", `There is no run with the id ${id} on this dataset in this workspace.`);
  }
  if (row.state === "finished" || row.state === "cancelled") return row;
  throw new AppError(
    "conflict",
    `Run ${row.number} has not ended, so its model cannot be weighed yet. Wait for it, or leave it out.`,
  );
}

/** The approved baseline is read only where the policy speaks of it. */
async function evidenceOf(ctx: Context, run: Row, policy: Policy): Promise<Evidence> {
  const isAsked = policy.regression !== null || policy.critical !== null;
  const baseline = isAsked ? await findBaseline(ctx, { datasetId: run.datasetId, forRunId: run.id }) : null;
  const criticalGraderVersionIds = run.graders.flatMap(({ graderVersion: { id, critical } }) =>
    critical ? [id] : [],
  );
  return await loadEvidence(
    ctx,
    { id: run.id, planned: run.planned, criticalGraderVersionIds },
    baseline?.runId ?? null,
  );
}

function aboutRun({ modelVersion, datasetVersion, graders, ...run }: Row) {
  const { model, providerModel, provider, connection } = modelVersion;
  const size = modelSize({ ...model, providerModel });
  return {
    run: { id: run.id, number: run.number, finishedAt: run.finishedAt?.toISOString() ?? null },
    model: { id: model.id, name: model.name, versionId: modelVersion.id, version: modelVersion.number },
    datasetVersion,
    graders: graders.map(({ graderVersion: { id, number, grader } }) => ({
      graderId: grader.id,
      name: grader.name,
      versionId: id,
      version: number,
    })),
    hosting: hostingOf({ provider, connection }),
    licence: model.licence,
    parametersBillion: size?.total ?? null,
    size,
  };
}
