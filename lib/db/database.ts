import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { requireDatabaseUrl } from "#lib/env/env.ts";
import { type Prisma, PrismaClient } from "./generated/client.ts";

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;

type Opened = { pool: pg.Pool; client: PrismaClient };
const globalStore = globalThis as typeof globalThis & { touchstoneDatabase?: Opened };

function opened(): Opened {
  // Kept on globalThis: the development server evaluates modules again after each change, and would open a pool each time.
  globalStore.touchstoneDatabase ??= open();
  return globalStore.touchstoneDatabase;
}

/**
 * The tables are in memory or on a solid-state disk, and compiling a statement costs more than running it. Statements that join batches
 * with tables that grow are sent without a name, so that they are planned anew each time: planned once, when a run had stored its first
 * rows, they went through the whole table ever after.
 */
const sessionSettings = "set random_page_cost = 1.1; set jit = off";

function open(): Opened {
  const pool = new pg.Pool({
    connectionString: requireDatabaseUrl(),
    max: 12,
    idleTimeoutMillis: 30_000,
    onConnect: async (client) => {
      await client.query(sessionSettings);
    },
  });
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on("error", () => undefined);
  return { pool, client: new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) }) };
}

/** The Prisma client, connected on first use. */
export function db(): Database {
  return opened().client;
}

/** The same connections without Prisma, for statements on whole batches of rows. */
export function pool(): pg.Pool {
  return opened().pool;
}

export async function closeDatabase(): Promise<void> {
  const store = globalStore.touchstoneDatabase;
  if (store === undefined) return;
  delete globalStore.touchstoneDatabase;
  await store.client.$disconnect();
  await store.pool.end();
}
