import { listModels } from "./list-models.ts";
import type { LocalServer } from "./local-servers.ts";

export type FoundServer = LocalServer & { models: string[] };

/** Those servers of the list that answer `GET /models` within the time, with their model ids, in the order of the list. */
export async function probeLocalServers(
  servers: readonly LocalServer[],
  { timeoutMs }: { timeoutMs: number },
): Promise<FoundServer[]> {
  const found = await Promise.all(servers.map((server) => probe(server, timeoutMs)));
  return found.filter((server) => server !== null);
}

async function probe(server: LocalServer, timeoutMs: number): Promise<FoundServer | null> {
  try {
    const models = await listModels({ baseUrl: server.baseUrl }, AbortSignal.timeout(timeoutMs));
    return { ...server, models };
  } catch {
    return null;
  }
}
