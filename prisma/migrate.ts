import pg from "pg";
import { noFilters, readMigrationNames, readMigrationsList, withSchemaEngine } from "./schema-engine.ts";

/** The database was migrated by a newer Touchstone: running an older one on it could damage data. */
export class NewerDatabaseError extends Error {
  override readonly name = "NewerDatabaseError";
}

/** Any constant that no other program uses; only one process migrates a database at a time. */
const lockKey = 7_305_118;

/**
 * Brings the database to this version's schema and returns the names of the migrations it applied. Safe to call from several
 * processes at once. Creates the database when the server does not have it.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  await createDatabaseIfMissing(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    const applied = await appliedMigrations(client);
    const known = await readMigrationNames();
    refuseNewer(applied, known);
    if (known.every((name) => applied.includes(name))) return [];
    const migrationsList = await readMigrationsList();
    return await withSchemaEngine(databaseUrl, async (engine) => {
      const result = await engine.applyMigrations({ migrationsList, filters: noFilters });
      return result.appliedMigrationNames;
    });
  } finally {
    await client.end();
  }
}

function refuseNewer(applied: readonly string[], known: readonly string[]): void {
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new NewerDatabaseError(
    `The database was changed by a newer Touchstone (${unknown.join(", ")}). Update Touchstone, or restore the backup from before that update.`,
  );
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const table = await client.query<{ found: string | null }>(
    `select to_regclass('"_prisma_migrations"')::text as found`,
  );
  if (table.rows[0]?.found == null) return [];
  const rows = await client.query<{ migration_name: string }>(
    `select migration_name from "_prisma_migrations" where finished_at is not null and rolled_back_at is null`,
  );
  return rows.rows.map((row) => row.migration_name);
}

async function createDatabaseIfMissing(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  const probe = new pg.Client({ connectionString: databaseUrl });
  try {
    await probe.connect();
    return;
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "3D000";
    if (!missing) throw error;
  } finally {
    await probe.end().catch(() => undefined);
  }
  url.pathname = "/postgres";
  const server = new pg.Client({ connectionString: url.href });
  await server.connect();
  try {
    await server.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    // 42P04: another process has created it in between.
    if (!(error instanceof Error && "code" in error && error.code === "42P04")) throw error;
  } finally {
    await server.end();
  }
}
