import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import {
  type ConnectionTest,
  testConnection as callServer,
} from "#lib/providers/openai-compatible/test-connection.ts";
import { openConnectionKey } from "./connection-key.ts";
import { apiKeySchema, baseUrlSchema } from "./connection-schema.ts";
import { getCallTarget } from "./get-call-target.ts";
import { refuseMetadataHost } from "./refuse-metadata-host.ts";

export const testConnectionInput = z.object({
  /** A stored connection whose key is used, if the base URL is still its own and no other key is given. */
  connectionId: idSchema.nullish(),
  baseUrl: baseUrlSchema,
  apiKey: apiKeySchema.default(""),
  /** Asked for one short answer when given. */
  model: z.string().trim().max(300).default(""),
});
export type TestConnectionInput = z.input<typeof testConnectionInput>;

const TIMEOUT_SECONDS = 20;

/** Calls the server once, stores nothing, and gives back the server's own words when it refuses. */
export async function testConnection(ctx: Context, input: TestConnectionInput): Promise<ConnectionTest> {
  requireRole(ctx, "editor", "test a connection");
  const { connectionId, baseUrl, apiKey, model } = parseInput(testConnectionInput, input);
  const storedKey = connectionId ? await keyOfSameAddress(ctx, connectionId, baseUrl) : null;
  await refuseMetadataHost(baseUrl);
  const key = apiKey === "" ? storedKey : apiKey;
  return await callServer({
    baseUrl,
    timeoutSeconds: TIMEOUT_SECONDS,
    ...(key === null ? {} : { apiKey: key }),
    ...(model === "" ? {} : { model }),
  });
}

/** A stored key is never sent to an address it was not entered for. */
async function keyOfSameAddress(ctx: Context, connectionId: string, baseUrl: string): Promise<string | null> {
  const target = await getCallTarget(ctx, connectionId);
  return target.baseUrl === baseUrl ? openConnectionKey(target.sealedKey, target.id) : null;
}
