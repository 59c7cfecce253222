import { closeDatabase } from "#lib/db/database.ts";
import { setDatabaseUrl } from "#lib/env/env.ts";
import { closeSender } from "#lib/queue/send-job.ts";
import { productDatabaseUrl } from "../product-database.ts";

/** Runs the product's own verbs on the database and with the keys of the product under test, beside its web server and worker. */
export async function withVerbs<Value>(work: () => Promise<Value>): Promise<Value> {
  const { TOUCHSTONE_E2E_HOME: home } = process.env;
  return await withVerbsOn({ DATABASE_URL: await productDatabaseUrl(), TOUCHSTONE_HOME: home }, work);
}

/** The same on any installation: `variables` are its address and its keys. */
export async function withVerbsOn<Value>(
  variables: { DATABASE_URL: string } & Readonly<Record<string, string | undefined>>,
  work: () => Promise<Value>,
): Promise<Value> {
  const names = Object.keys(variables);
  const before = names.map((name) => [name, process.env[name]] as const);
  for (const name of names) setVariable(name, variables[name]);
  setDatabaseUrl(variables.DATABASE_URL);
  try {
    return await work();
  } finally {
    await closeSender();
    await closeDatabase();
    // A product that a later test starts must not find this database, this folder or these keys.
    for (const [name, value] of before) setVariable(name, value);
  }
}

function setVariable(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
