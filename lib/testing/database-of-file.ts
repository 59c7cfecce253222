import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "#lib/db/database.ts";

const url = new URL(inject("databaseServerUrl"));
const name = `test_${randomBytes(6).toString("hex")}`;

const server = new pg.Client({ connectionString: url.href });
await server.connect();
// Two files may copy the template at the same moment; PostgreSQL wants nobody connected to it meanwhile.
await server.query("select pg_advisory_lock(1)");
await server.query(`create database ${name} template touchstone_template`);
await server.end();

url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;
process.env.TOUCHSTONE_ENCRYPTION_KEY = "a key for tests only, thirty-two characters";
process.env.LOG_LEVEL = "silent";
const home = mkdtempSync(join(tmpdir(), "touchstone-test-"));
process.env.TOUCHSTONE_HOME = home;

afterAll(async () => {
  // Imported late: what it imports reads the environment once, and must find the address above.
  const { closeSender } = await import("#lib/queue/send-job.ts");
  await closeSender();
  await closeDatabase();
  rmSync(home, { recursive: true, force: true });
});
