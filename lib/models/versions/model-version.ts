import { z } from "zod";
import type { Prisma } from "#lib/db/generated/client.ts";
import { modelParametersSchema } from "#lib/providers/model-parameters.ts";
import { promptRoleSchema } from "../template/prompt-message.ts";

export const modelVersionSelect = {
  id: true,
  modelId: true,
  number: true,
  provider: true,
  providerModel: true,
  messages: true,
  parameters: true,
  builtInKind: true,
  builtInConfig: true,
  trainingVersionId: true,
  trainingSplits: true,
  inputPrice: true,
  outputPrice: true,
  createdAt: true,
  createdBy: true,
  model: { select: { name: true } },
  connection: { select: { id: true, name: true, baseUrl: true, maxConcurrency: true, timeoutSeconds: true } },
  trainingVersion: { select: { number: true, dataset: { select: { id: true, name: true } } } },
} as const satisfies Prisma.ModelVersionSelect;

type Row = Prisma.ModelVersionGetPayload<{ select: typeof modelVersionSelect }>;

const storedMessagesSchema = z.array(z.object({ role: promptRoleSchema, content: z.string() }));
const storedConfigSchema = z.record(z.string(), z.unknown()).nullable();

/** An immutable configuration of a model, as pages and the run engine get it. */
export type ModelVersion = ReturnType<typeof toModelVersion>;

export function toModelVersion({ model, trainingVersion, ...row }: Row) {
  return {
    ...row,
    modelName: model.name,
    messages: storedMessagesSchema.parse(row.messages),
    parameters: modelParametersSchema.parse(row.parameters),
    builtInConfig: storedConfigSchema.parse(row.builtInConfig),
    /** What the training version is called on pages. */
    training:
      trainingVersion === null
        ? null
        : {
            datasetId: trainingVersion.dataset.id,
            datasetName: trainingVersion.dataset.name,
            versionNumber: trainingVersion.number,
          },
  };
}
