import { join } from "node:path";
import { env, requireDatabaseUrl } from "#lib/env/env.ts";
import { projectFolder } from "#lib/launch/processes/node-program.ts";
import { buildWebIfStale } from "../build-web.ts";
import { migrateDatabase } from "../migrate-database.ts";

/** One web process for production: `DATABASE_URL` is required; the first one of a new version applies the migrations. */
export async function web(): Promise<number> {
  await migrateDatabase(requireDatabaseUrl());
  await buildWebIfStale();
  const { TOUCHSTONE_URL: url, PORT: port } = env();
  process.env.NEXTAUTH_URL ??= url ?? `http://localhost:${port}`;
  process.env = { ...process.env, NODE_ENV: "production" };
  await import(join(projectFolder, "lib", "launch", "processes", "web-server.ts"));
  return await new Promise<number>(() => undefined);
}
