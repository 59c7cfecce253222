import type pg from "pg";
import { inTransaction } from "#lib/db/in-transaction.ts";

/**
 * What is independent in a run: each attempt; each case, when it is tried several times; or each cluster of cases.
 * Intervals count units, not attempts.
 */
export type RunUnit = "attempt" | "case" | "cluster";

/** Names the unit of an attempt `a` with its case revision `r`. */
export const unitColumn: Readonly<Record<Exclude<RunUnit, "attempt">, string>> = {
  case: "a.case_id",
  cluster: "coalesce('cluster ' || r.cluster, a.case_id::text)",
};

/** A run within its workspace, seen at one moment. `$1` and `$2` of every statement are the workspace and the run. */
export type RunScope = {
  workspaceId: string;
  runId: string;
  unit: RunUnit;
  /** Attempts at each case, as planned. */
  repetitions: number;
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
};

type Run = { workspaceId: string; runId: string };

/** With the default memory their hash tables would go to disk. */
const settings = "set local work_mem = '32MB'; set local max_parallel_workers_per_gather = 0";
const begin = "begin isolation level repeatable read read only";

/** Two scopes over one run, to be read side by side, in one snapshot of the database. */
export async function inRunScopes<Result>(
  run: Run,
  work: (first: RunScope, second: RunScope) => Promise<Result>,
): Promise<Result> {
  return await inTransaction(begin, async (first) => {
    const { rows } = await first.query<{ id: string }>("select pg_export_snapshot() as id");
    const facts = await readFacts(run, first);
    return await inTransaction(begin, async (second) => {
      await second.query(`set transaction snapshot '${rows[0]?.id}'`);
      for (const client of [first, second]) await client.query(settings);
      return await work(toScope(run, first, facts), toScope(run, second, facts));
    });
  });
}

type Facts = Pick<RunScope, "unit" | "repetitions">;

function toScope({ workspaceId, runId }: Run, client: pg.PoolClient, facts: Facts): RunScope {
  return {
    workspaceId,
    runId,
    ...facts,
    async query<Row extends object>(sql: string, values: readonly unknown[] = []) {
      return (await client.query<Row>(sql, [workspaceId, runId, ...values])).rows;
    },
  };
}

const factsSql = `
  select r.repetitions, exists (
    select 1 from case_revision c
    where c.workspace_id = $1 and c.dataset_id = r.dataset_id and c.cluster is not null and not c.archived
      and c.first_version <= v.number and (c.last_version is null or c.last_version >= v.number)
    group by c.cluster having count(*) > 1
  ) as clustered
  from run r join dataset_version v on v.id = r.dataset_version_id
  where r.workspace_id = $1 and r.id = $2`;

async function readFacts({ workspaceId, runId }: Run, client: pg.PoolClient): Promise<Facts> {
  const { rows } = await client.query<{ repetitions: number; clustered: boolean }>(factsSql, [
    workspaceId,
    runId,
  ]);
  const { repetitions = 1, clustered = false } = rows[0] ?? {};
  return { repetitions, unit: clustered ? "cluster" : repetitions > 1 ? "case" : "attempt" };
}
