import type { Context } from "#lib/context/context.ts";
import { countVersionCases } from "#lib/datasets/count-version-cases.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { contentHash } from "#lib/ids/content-hash.ts";

import { getConnection } from "../connections/get-connection.ts";
import type { BuiltInModelConfig, ModelConfig, ServerModelConfig } from "../model-config.ts";
import { unknownFields } from "../prompt-template.ts";
import { parseBuiltInConfig } from "./built-in-config.ts";
import type { VersionContent } from "./insert-model-version.ts";
import { toJsonObject } from "./to-json-object.ts";

/** Turns a configuration into the columns of a version, after everything it names was found in this workspace. */
export async function checkModelConfig(ctx: Context, config: ModelConfig): Promise<VersionContent> {
  const content =
    config.provider === "connection" ? await serverContent(ctx, config) : await builtInContent(ctx, config);
  return { ...content, contentHash: contentHash(content) };
}

async function serverContent(ctx: Context, config: ServerModelConfig) {
  await getConnection(ctx, config.connectionId);
  refuseMeaninglessFields(config);
  return { ...config, parameters: toJsonObject(config.parameters) };
}

/** Fields of the cases are checked against a dataset where one is chosen; a name outside input, metadata and tags is wrong with any. */
function refuseMeaninglessFields({ messages }: ServerModelConfig): void {
  const [name] = unknownFields(messages, []);
  if (name === undefined) return;
  const sentence = `The prompt names {{${name}}}. Fields begin with input, metadata or tags, for example {{input.text}}; a literal {{ is written \\{{.`;
  throw new AppError("invalid", sentence, { "config.messages": sentence });
}

async function builtInContent(ctx: Context, config: BuiltInModelConfig) {
  const { needsTraining, values } = parseBuiltInConfig(config.builtInKind, config.builtInConfig);
  const training = needsTraining
    ? await checkTraining(ctx, config)
    : { trainingVersionId: null, trainingSplits: [] };
  return {
    provider: config.provider,
    builtInKind: config.builtInKind,
    builtInConfig: values,
    messages: [],
    parameters: {},
    // Runs on our own processor: the price is known, and it is nothing.
    inputPrice: 0,
    outputPrice: 0,
    ...training,
  };
}

async function checkTraining(ctx: Context, { trainingVersionId, trainingSplits }: BuiltInModelConfig) {
  if (trainingVersionId === null)
    throw refusal("trainingVersionId", "Choose the dataset version to train on.");
  const version = await db().datasetVersion.findFirst({
    where: { id: trainingVersionId, workspaceId: ctx.workspaceId },
    select: { number: true, dataset: { select: { name: true } } },
  });
  if (version === null) {
    throw new AppError("not-found", "There is no dataset version with this id in this workspace.");
  }
  const splits = [...new Set(trainingSplits)].sort();
  const caseCount = await countVersionCases(ctx, {
    versionId: trainingVersionId,
    ...(splits.length > 0 ? { splits } : {}),
  });
  if (caseCount === 0) {
    throw refusal(
      "trainingSplits",
      `Version ${version.number} of "${version.dataset.name}" has no cases in the chosen splits. Choose others.`,
    );
  }
  return { trainingVersionId, trainingSplits: splits };
}

function refusal(field: string, sentence: string): AppError {
  return new AppError("invalid", sentence, { [`config.${field}`]: sentence });
}
