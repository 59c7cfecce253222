import { closeDatabase } from "#lib/db/database.ts";
import { setDatabaseUrl } from "#lib/env/env.ts";
import { closeSender } from "#lib/queue/send-job.ts";
import { productDatabaseUrl } from "../product-database.ts";

/** Runs the product's own verbs on the database and with the keys of the product under test, beside its web server and worker. */
export async function withVerbs<Value>(work: () => Promise<Value>): Promise<Value> {
  const { DATABASE_URL: url, TOUCHSTONE_HOME: home } = process.env;
  setVariable("TOUCHSTONE_HOME", process.env.TOUCHSTONE_E2E_HOME);
  setDatabaseUrl(await productDatabaseUrl());
  try {
    return await work();
  } finally {
    await closeSender();
    await closeDatabase();
    // A product that a later test starts must not find this database or this folder.
    setVariable("DATABASE_URL", url);
    setVariable("TOUCHSTONE_HOME", home);
  }
}

function setVariable(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
