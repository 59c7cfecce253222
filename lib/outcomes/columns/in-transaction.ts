import type pg from "pg";
import { pool } from "#lib/db/database.ts";

/**
 * One moment of the database, and memory enough to sort a run of 100,000 attempts. A run that has just ended is not in the statistics of
 * the tables yet: its rows are thought to be few, and joined by anything but a hash table they take minutes instead of a second.
 */
export async function inTransaction<Result>(
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query("begin isolation level repeatable read");
    await client.query(
      "set local work_mem = '32MB'; set local enable_nestloop = off; set local enable_mergejoin = off",
    );
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
