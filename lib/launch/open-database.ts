import { env } from "#lib/env/env.ts";
import { startPostgres } from "./embedded-postgres/start-postgres.ts";

export type LaunchedDatabase = { url: string; embedded: boolean; stop(): Promise<void> };

/** The database named by DATABASE_URL, or the embedded one, started. */
export async function openDatabase(): Promise<LaunchedDatabase> {
  const { DATABASE_URL: url, TOUCHSTONE_HOME: home } = env();
  if (url !== undefined) return { url, embedded: false, stop: async () => undefined };
  const server = await startPostgres({ home });
  return { url: server.urlOf("touchstone"), embedded: true, stop: server.stop };
}
