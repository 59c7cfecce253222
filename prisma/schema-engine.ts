import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

const prismaFolder = import.meta.dirname;
const migrationsFolder = join(prismaFolder, "migrations");
export const noFilters = { externalTables: [], externalEnums: [] };

/**
 * Runs work on Prisma's schema engine as WebAssembly: the command line would download a binary, and that host is not always in
 * reach. The engine itself never closes its connections, so its pool is ours and ends with the work.
 */
export async function withSchemaEngine<Value>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<Value>,
): Promise<Value> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on("error", () => undefined);
  try {
    const adapters = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
    return await work(await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapters));
  } finally {
    await pool.end();
  }
}

export async function readMigrationNames(): Promise<string[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export async function readMigrationsList() {
  const names = await readMigrationNames();
  const lockPath = join(migrationsFolder, "migration_lock.toml");
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "migration_lock.toml", content: await readFile(lockPath, "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(join(migrationsFolder, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}
