import { type Context, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { type LocalServer, localServers } from "#lib/providers/openai-compatible/local-servers.ts";
import { probeLocalServers } from "#lib/providers/openai-compatible/probe-local-servers.ts";

export type FoundLocalServer = {
  name: string;
  baseUrl: string;
  models: string[];
  /** The connection of this workspace that has this address already. */
  connectionId: string | null;
};

/** Enough for a server on the same machine, also while it loads a model. */
const TIMEOUT_MS = 800;

/** The model servers that answer on the usual ports of the machine that Touchstone runs on. */
export async function listLocalServers(
  ctx: Context,
  servers: readonly LocalServer[] = localServers,
): Promise<FoundLocalServer[]> {
  requireRole(ctx, "editor", "look for servers on this machine");
  const [found, connections] = await Promise.all([
    probeLocalServers(servers, { timeoutMs: TIMEOUT_MS }),
    db().connection.findMany({
      where: {
        workspaceId: ctx.workspaceId,
        archivedAt: null,
        baseUrl: { in: servers.flatMap(({ baseUrl }) => spellings(baseUrl)) },
      },
      select: { id: true, baseUrl: true },
      take: 100,
    }),
  ]);
  return found.map(({ name, baseUrl, models }) => {
    const known = connections.find((connection) => spellings(baseUrl).includes(connection.baseUrl));
    return { name, baseUrl, models, connectionId: known?.id ?? null };
  });
}

function spellings(baseUrl: string): string[] {
  return [baseUrl, baseUrl.replace("//127.0.0.1:", "//localhost:")];
}
