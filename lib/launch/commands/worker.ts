import { join } from "node:path";
import { requireDatabaseUrl } from "#lib/env/env.ts";
import { projectFolder } from "#lib/launch/processes/node-program.ts";
import { migrateDatabase } from "../migrate-database.ts";

/** One worker process for production; start as many as wanted, anywhere the database can be reached from. */
export async function worker(): Promise<number> {
  await migrateDatabase(requireDatabaseUrl());
  await import(join(projectFolder, "lib", "worker", "main.ts"));
  return await new Promise<number>(() => undefined);
}
