import type { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { openConnectionKey } from "./connection-key.ts";
import { type TestConnectionInput, testConnectionInput } from "./connection-schema.ts";
import { getCallTarget } from "./get-call-target.ts";
import { refuseKind, refuseMissingKey } from "./kinds/refuse-kind.ts";
import { type ConnectionTest, testTarget } from "./kinds/test-target.ts";
import { completeSecretHeaders, openSecretHeaders } from "./secret-headers.ts";

const TIMEOUT_SECONDS = 20;

type Test = z.output<typeof testConnectionInput>;

/** Calls the server once, stores nothing, and gives back the server's own words when it refuses. */
export async function testConnection(ctx: Context, input: TestConnectionInput): Promise<ConnectionTest> {
  requireRole(ctx, "editor", "test a connection");
  const test = parseInput(testConnectionInput, input);
  refuseKind(ctx, test.kind);
  const stored = await storedSecrets(ctx, test);
  const apiKey = test.apiKey === "" ? stored.apiKey : test.apiKey;
  refuseMissingKey(test.kind, apiKey !== null);
  const headers = completeSecretHeaders(test.secretHeaders, stored.headers);
  const { kind, baseUrl, settings, model } = test;
  const secretHeaders = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
  const target = { kind, baseUrl, settings, apiKey, secretHeaders };
  return await testTarget({ ...target, maxConcurrency: 1, timeoutSeconds: TIMEOUT_SECONDS }, model);
}

/** A stored secret is never sent to an address it was not entered for. */
async function storedSecrets(ctx: Context, { connectionId, kind, baseUrl }: Test) {
  const target = connectionId ? await getCallTarget(ctx, connectionId) : null;
  if (target === null || target.kind !== kind || target.baseUrl !== baseUrl)
    return { apiKey: null, headers: {} };
  return {
    apiKey: openConnectionKey(target.sealedKey, target.id),
    headers: openSecretHeaders(target.sealedHeaders, target.id),
  };
}
