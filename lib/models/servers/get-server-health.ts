import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { openConnectionKey } from "../connections/connection-key.ts";
import { connectionNotFound } from "../connections/get-connection.ts";
import { fetchServerMetrics } from "./fetch-server-metrics.ts";
import { readServerLoad, type ServerLoad } from "./read-server-load.ts";

export const getServerHealthInput = z.object({ connectionId: idSchema });
export type GetServerHealthInput = z.input<typeof getServerHealthInput>;

export type ServerHealth = Pick<ServerLoad, "software" | "running" | "waiting" | "kvCacheUsage"> & {
  /** Tokens generated a second between the last two readings, else what the server says itself. */
  tokensPerSecond: number | null;
};

type Reading = { atMs: number; tokens: number };
type Known = {
  readAtMs: number;
  address: string;
  health: Promise<ServerHealth | null>;
  reading: Reading | null;
};

/** However many people look, a server is asked this often; one that has told nothing is asked again after a minute. */
const freshMs = 2_000;
const silentMs = 60_000;
/** Readings further apart say little about now. */
const longestSpanMs = 60_000;
const shortestSpanMs = 500;
const maxKnown = 500;

const globalStore = globalThis as typeof globalThis & { touchstoneServers?: Map<string, Known> };

/** What a self-hosted server tells about itself, or null where it tells nothing. */
export async function getServerHealth(
  ctx: Context,
  input: GetServerHealthInput,
): Promise<ServerHealth | null> {
  const { connectionId } = parseInput(getServerHealthInput, input);
  const found = await db().connection.findFirst({
    where: { id: connectionId, workspaceId: ctx.workspaceId },
    select: { id: true, kind: true, baseUrl: true, sealedKey: true },
  });
  if (found === null) throw connectionNotFound();
  if (found.kind !== "openai_compatible") return null;
  globalStore.touchstoneServers ??= new Map();
  const servers = globalStore.touchstoneServers;
  const address = `${found.baseUrl} ${found.sealedKey ?? ""}`;
  const known = servers.get(connectionId);
  const isSame = known?.address === address;
  if (isSame && (await isFresh(known))) return await known.health;
  const entry: Known = { readAtMs: performance.now(), address, health: Promise.resolve(null), reading: null };
  entry.health = ask(found, isSame ? known.reading : null, entry);
  if (servers.size >= maxKnown) servers.clear();
  servers.set(connectionId, entry);
  return await entry.health;
}

async function isFresh({ readAtMs, health }: Known): Promise<boolean> {
  const age = performance.now() - readAtMs;
  return age < freshMs || (age < silentMs && (await health) === null);
}

async function ask(
  connection: { id: string; baseUrl: string; sealedKey: string | null },
  before: Reading | null,
  entry: Known,
): Promise<ServerHealth | null> {
  const apiKey = openConnectionKey(connection.sealedKey, connection.id);
  const text = await fetchServerMetrics({ baseUrl: connection.baseUrl, apiKey });
  const load = text === null ? null : readServerLoad(text);
  if (load === null) return null;
  const { generatedTokens, statedTokensPerSecond, ...health } = load;
  const now = performance.now();
  entry.reading = generatedTokens === null ? null : { atMs: now, tokens: generatedTokens };
  return { ...health, tokensPerSecond: rateBetween(before, entry.reading) ?? statedTokensPerSecond };
}

/** Null for the first reading, after a long time, and when the server was started again in between. */
export function rateBetween(before: Reading | null, after: Reading | null): number | null {
  if (before === null || after === null || after.tokens < before.tokens) return null;
  const spanMs = after.atMs - before.atMs;
  if (spanMs < shortestSpanMs || spanMs > longestSpanMs) return null;
  return ((after.tokens - before.tokens) * 1_000) / spanMs;
}
