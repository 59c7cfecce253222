import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createConnection } from "#lib/models/connections/create-connection.ts";
import { createModel } from "#lib/models/create-model.ts";

type Options = { baseUrl: string; apiKey?: string; maxConcurrency?: number; timeoutSeconds?: number };

/** A model behind an OpenAI-compatible server that is asked with the text of the case. */
export async function serverModel(ctx: Context, { baseUrl, apiKey = "", ...limits }: Options) {
  const connection = await createConnection(ctx, {
    name: `Connection ${newId()}`,
    baseUrl,
    apiKey,
    ...limits,
  });
  const model = await createModel(ctx, {
    name: `Model ${newId()}`,
    config: {
      provider: "connection",
      connectionId: connection.id,
      providerModel: "fake-small",
      messages: [{ role: "user", content: "{{input.text}}" }],
      inputPrice: 1_000_000,
      outputPrice: 2_000_000,
    },
  });
  return { connectionId: connection.id, modelId: model.id, versionId: model.versionId };
}
