import { Client } from "pg";
import { productDatabaseUrl } from "../product-database.ts";

/** Written while nobody does anything: presence of workers, and failed sign-ins. */
const restless = ["worker_process", "sign_in_throttle"];

/** Rows and a hash of the content of each table of the product, to see whether anything was written between two moments. */
export async function productContent(): Promise<Record<string, string>> {
  const client = new Client({ connectionString: await productDatabaseUrl() });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1)
       order by table_name`,
      [restless],
    );
    const content: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ content: string }>(
        `select count(*) || ' rows, ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as content
         from ${client.escapeIdentifier(name)} t`,
      );
      content[name] = rows[0]?.content ?? "";
    }
    return content;
  } finally {
    await client.end();
  }
}
