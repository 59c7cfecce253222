import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { type ResolvedPrice, unknownPrice } from "#lib/models/prices/choose-price.ts";
import { resolvePrices } from "#lib/models/prices/resolve-price.ts";
import { checkTemplateAgainstDataset } from "#lib/models/template/check-template-against-dataset.ts";
import { type ModelVersion, modelVersionSelect, toModelVersion } from "#lib/models/versions/model-version.ts";
import { builtInModels } from "#lib/providers/built-in/registry.ts";
import type { Training } from "./training-note.ts";

export type ModelChoice = {
  id: string;
  name: string;
  versionId: string;
  number: number;
  isLatest: boolean;
  /** "gpt-small through Office server", or the name of a built-in kind. */
  source: string;
  /** Runs on this machine: no server, no key, no cost. */
  isBuiltIn: boolean;
  /** Its answers were made elsewhere: nothing is called and nothing is paid. */
  isRecorded: boolean;
  /** The price that a run would be started with now. */
  price: ResolvedPrice;
  /** That its parameters ask with, if they name one. */
  seed: number | null;
  training: Training | null;
  /** Sentences about fields that the prompt names and the chosen dataset does not have. Checked for chosen models only. */
  problems: string[];
};

const maxModels = 200;

type Wanted = { chosenIds: readonly string[]; datasetId: string | null };

/** The latest version of every model, by name, and chosen versions that are older. */
export async function listModelChoices(
  ctx: Context,
  { chosenIds, datasetId }: Wanted,
): Promise<ModelChoice[]> {
  const scope = { workspaceId: ctx.workspaceId };
  const [models, named] = await Promise.all([
    db().model.findMany({
      where: { ...scope, archivedAt: null },
      orderBy: { name: "asc" },
      take: maxModels,
      select: { versions: { orderBy: { number: "desc" }, take: 1, select: modelVersionSelect } },
    }),
    db().modelVersion.findMany({
      where: { ...scope, id: { in: [...chosenIds] }, model: { archivedAt: null } },
      select: modelVersionSelect,
    }),
  ]);
  const latest = models.flatMap((model) => model.versions);
  const older = named.filter((version) => latest.every((one) => one.id !== version.id));
  const isChosen = (version: { id: string; modelId: string }) =>
    chosenIds.includes(version.id) || chosenIds.includes(version.modelId);
  const rows = [...older, ...latest];
  const prices = await resolvePrices(ctx, rows, ctx.now);
  return await Promise.all(
    rows.map(async (row, index) => {
      const version = toModelVersion(row);
      const problems = datasetId !== null && isChosen(row) ? await problemsOf(ctx, version, datasetId) : [];
      const price = prices[index] ?? unknownPrice;
      return toChoice(version, { isLatest: latest.includes(row), problems, price });
    }),
  );
}

async function problemsOf(ctx: Context, version: ModelVersion, datasetId: string): Promise<string[]> {
  if (version.provider !== "connection") return [];
  const { messages } = version;
  const check = await checkTemplateAgainstDataset(ctx, { datasetId, messages });
  const sentences = check.problems.map((problem) => problem.sentence);
  return check.namesInput
    ? sentences
    : [...sentences, "The prompt names no field of the input, so every case would get the same prompt."];
}

type Facts = Pick<ModelChoice, "isLatest" | "problems" | "price">;

function toChoice(version: ModelVersion, facts: Facts): ModelChoice {
  const { training, trainingSplits } = version;
  return {
    ...facts,
    id: version.modelId,
    name: version.modelName,
    versionId: version.id,
    number: version.number,
    source: sourceOf(version),
    isBuiltIn: version.provider === "built_in",
    isRecorded: version.provider === "recorded",
    seed: version.parameters.seed ?? null,
    training: training === null ? null : { ...training, splits: trainingSplits },
  };
}

function sourceOf({ provider, builtInKind, providerModel, connection }: ModelVersion): string {
  if (provider === "recorded") return "Recorded answers";
  if (builtInKind !== null)
    return builtInModels.find((one) => one.kind === builtInKind)?.label ?? builtInKind;
  return `${providerModel ?? "model"} through ${connection?.name ?? "a connection"}`;
}
