import { closeDatabase } from "#lib/db/database.ts";
import { setDatabaseUrl } from "#lib/env/env.ts";
import { closeSender } from "#lib/queue/send-job.ts";
import { productDatabaseUrl } from "./product-database.ts";

/** Runs the product's own verbs on the database of the product under test, beside its web server and worker. */
export async function withVerbs<Value>(work: () => Promise<Value>): Promise<Value> {
  const before = process.env.DATABASE_URL;
  setDatabaseUrl(await productDatabaseUrl());
  try {
    return await work();
  } finally {
    await closeSender();
    await closeDatabase();
    // A product that a later test starts must not find this database.
    if (before === undefined) delete process.env.DATABASE_URL;
  }
}
