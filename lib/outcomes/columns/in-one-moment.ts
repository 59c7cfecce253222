import type pg from "pg";
import { inTransaction } from "#lib/db/in-transaction.ts";

/**
 * A run that has just ended is not in the statistics of the tables yet: its rows are thought to be few, and joined by anything but a hash
 * table they take minutes instead of a second (40,000 attempts: 150 ms).
 */
const begin = `begin isolation level repeatable read; set local work_mem = '32MB';
  set local enable_nestloop = off; set local enable_mergejoin = off`;

/** One moment of the database, and memory enough to sort a run of 100,000 attempts. */
export async function inOneMoment<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  return await inTransaction(begin, work);
}
