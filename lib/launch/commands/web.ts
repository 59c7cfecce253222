import { join } from "node:path";
import { db } from "#lib/db/database.ts";
import { env, requireDatabaseUrl } from "#lib/env/env.ts";
import { projectFolder } from "#lib/launch/processes/node-program.ts";
import { processEnv } from "#lib/launch/processes/process-env.ts";
import { printStartLink } from "../announce.ts";
import { buildWebIfStale } from "../build-web.ts";
import { migrateDatabase } from "../migrate-database.ts";
import { createStep } from "../progress-line.ts";
import { seedIfEmpty } from "../seed-if-empty.ts";

/** One web process for production: `DATABASE_URL` is required; the first one of a new version applies the migrations. */
export async function web(): Promise<number> {
  const databaseUrl = requireDatabaseUrl();
  const step = createStep();
  await step("Preparing the database", async () => await migrateDatabase(databaseUrl));
  const environment = processEnv(databaseUrl, "production");
  await seedIfEmpty(environment, step);
  await step("Building the pages", buildWebIfStale);
  Object.assign(process.env, environment);
  await import(join(projectFolder, "lib", "launch", "processes", "web-server.ts"));
  console.log(`Touchstone listens on port ${env().PORT}.`);
  // Whoever reads the log of the first start owns the installation; later nobody gets in that way.
  if ((await db().user.count()) === 0) await printStartLink();
  return await new Promise<number>(() => undefined);
}
