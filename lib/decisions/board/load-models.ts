import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { resolvePrices } from "#lib/models/prices/resolve-price.ts";
import { loadRunOutcomes } from "#lib/outcomes/load-run-outcomes.ts";
import { loadVersionCases } from "#lib/outcomes/load-version-cases.ts";
import type { VersionCases } from "#lib/outcomes/run-outcomes.ts";
import { hostingOf } from "../weighing/hosting.ts";
import { parametersInName } from "../weighing/model-size.ts";
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
      model: { select: { id: true, name: true } },
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

export type LoadedModels = { models: ModelEvidence[]; versions: ReadonlyMap<string, VersionCases> };

/**
 * Runs of one dataset with everything that a board reads of them, in the order of their ids.
 *
 * @throws AppError not-found when a run is missing, foreign or of another dataset; conflict when it has not ended.
 */
export async function loadModels(
  ctx: Context,
  datasetId: string,
  runIds: readonly string[],
): Promise<LoadedModels> {
  const found = await db().run.findMany({
    where: { workspaceId: ctx.workspaceId, datasetId, id: { in: [...runIds] } },
    select,
  });
  const rows = runIds.map((id) => endedRun(found, id));
  const versionIds = [...new Set(rows.map(({ datasetVersion }) => datasetVersion.id))];
  const [outcomes, versions, prices] = await Promise.all([
    loadRunOutcomes(ctx, runIds),
    Promise.all(versionIds.map(async (id) => await loadVersionCases(ctx, id))),
    resolvePrices(
      ctx,
      rows.map(({ modelVersion }) => modelVersion),
      ctx.now,
    ),
  ]);
  const versionOf = new Map(versions.map((version) => [version.datasetVersionId, version]));
  const models = rows.flatMap((row, index) => {
    const [columns, version] = [outcomes[index], versionOf.get(row.datasetVersion.id)];
    const { inputPrice = null, outputPrice = null, cachedInputPrice = null } = prices[index] ?? {};
    if (columns === undefined || version === undefined) return [];
    return [
      {
        ...aboutRun(row),
        prices: { inputPrice, outputPrice, cachedInputPrice },
        evidence: {
          outcomes: columns,
          version,
          baseline: null,
          criticalGraderVersionIds: row.graders.flatMap(({ graderVersion: { id, critical } }) =>
            critical ? [id] : [],
          ),
          planned: row.planned,
        },
      },
    ];
  });
  return { models, versions: versionOf };
}

function endedRun(found: readonly Row[], id: string): Row {
  const row = found.find((one) => one.id === id);
  if (row === undefined) {
    throw new AppError("not-found", `There is no run with the id ${id} on this dataset in this workspace.`);
  }
  if (row.state === "finished" || row.state === "cancelled") return row;
  throw new AppError(
    "conflict",
    `Run ${row.number} has not ended, so its model cannot be weighed yet. Wait for it, or choose another run.`,
  );
}

function aboutRun({ modelVersion, datasetVersion, graders, ...run }: Row) {
  const { model, providerModel, provider, connection } = modelVersion;
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
    parametersBillion: parametersInName(model.name) ?? parametersInName(providerModel ?? ""),
  };
}
