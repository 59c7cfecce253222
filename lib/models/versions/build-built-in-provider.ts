import type { Context } from "#lib/context/context.ts";
import { type StreamVersionCasesInput, streamVersionCases } from "#lib/datasets/stream-version-cases.ts";
import { createBuiltInProvider } from "#lib/providers/built-in/built-in-provider.ts";
import type { TrainingExample } from "#lib/providers/built-in/predictor.ts";
import { findBuiltInModel } from "#lib/providers/built-in/registry.ts";
import type { Provider } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";

export type BuiltInSpec = {
  builtInKind: string;
  builtInConfig: Readonly<Record<string, unknown>>;
  trainingVersionId: string | null;
  trainingSplits: NonNullable<StreamVersionCasesInput["splits"]>;
};

/** Trains the baseline first where its kind needs that. Training reads the whole version into memory: it has to see every word. */
export async function buildBuiltInProvider(ctx: Context, spec: BuiltInSpec): Promise<Provider> {
  const model = findBuiltInModel(spec.builtInKind);
  if (model === null) {
    throw new ProviderError(`There is no built-in model of the kind "${spec.builtInKind}" in this release.`, {
      errorClass: "permanent",
    });
  }
  const examples = model.needsTraining ? await trainingExamples(ctx, spec) : [];
  return createBuiltInProvider(model.create(spec.builtInConfig, examples));
}

async function trainingExamples(ctx: Context, spec: BuiltInSpec): Promise<TrainingExample[]> {
  if (spec.trainingVersionId === null) {
    throw new ProviderError(
      "This model has no dataset version to train on. Choose one on the model's page.",
      {
        errorClass: "permanent",
      },
    );
  }
  const examples: TrainingExample[] = [];
  const batches = streamVersionCases(ctx, {
    versionId: spec.trainingVersionId,
    ...(spec.trainingSplits.length > 0 ? { splits: spec.trainingSplits } : {}),
    batchSize: 2000,
  });
  for await (const batch of batches) {
    for (const { input, expected } of batch) examples.push({ input, expected });
  }
  return examples;
}
