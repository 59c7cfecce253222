import type pg from "pg";
import { pool } from "./database.ts";

/**
 * Does the work in one transaction without Prisma, for statements on whole runs and versions. `begin` is the statement that opens it, with
 * settings behind it that hold for it alone. Where even rolling back fails, the connection is not used again.
 */
export async function inTransaction<Result>(
  begin: string,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
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
