import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startPostgres } from "#lib/launch/embedded-postgres/start-postgres.ts";
import { migrateDatabase } from "#lib/launch/migrate-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseServerUrl: string;
  }
}

export const templateName = "touchstone_template";

/** Starts a throw-away PostgreSQL and migrates a template database, which each test file copies. */
export default async function setUp(project: TestProject) {
  const home = await mkdtemp(join(tmpdir(), "touchstone-test-"));
  await chmod(home, 0o755);
  const server = await startPostgres({
    home,
    settings: ["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
  });
  await migrateDatabase(server.urlOf(templateName));
  project.provide("databaseServerUrl", server.urlOf("postgres"));
  return async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
}
