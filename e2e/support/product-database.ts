import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { findBinaries } from "#lib/launch/embedded-postgres/binaries.ts";
import { findOperatingUser } from "#lib/launch/embedded-postgres/operating-user.ts";
import { findPlace } from "#lib/launch/embedded-postgres/place.ts";

/** The address of the database of the product under test: its own embedded one, or the one that DATABASE_URL names. */
export async function productDatabaseUrl(): Promise<string> {
  const { DATABASE_URL: given, TOUCHSTONE_E2E_HOME: home } = process.env;
  if (given) return given;
  if (!home)
    throw new Error("TOUCHSTONE_E2E_HOME is not set: the product was not started by the global set-up.");
  return await embeddedDatabaseUrl(home);
}

/** The fourth line of PostgreSQL's postmaster.pid is its port. */
export async function embeddedDatabaseUrl(home: string): Promise<string> {
  const { dataFolder } = await findPlace(home, await findBinaries(), await findOperatingUser());
  const [, , , port] = (await readFile(join(dataFolder, "postmaster.pid"), "utf8")).split("\n");
  const password = (await readFile(join(home, "postgres.password"), "utf8")).trim();
  return `postgresql://touchstone:${password}@127.0.0.1:${port}/touchstone`;
}

/** The rows of one statement on the product's database. */
export async function queryProduct(
  statement: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  return await queryDatabase(await productDatabaseUrl(), statement, values);
}

export async function queryDatabase(
  connectionString: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(statement, [...values]);
    return rows;
  } finally {
    await client.end();
  }
}
