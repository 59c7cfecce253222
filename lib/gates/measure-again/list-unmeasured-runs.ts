import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { findPolicy } from "../policy/find-policy.ts";

/** Older runs tell little about what is chosen today. */
export const lastRuns = 50;

export type UnmeasuredRuns = {
  /** Null as long as the dataset has no policy. */
  policyNumber: number | null;
  /** Of the last runs that have ended: those that the policy in force has not measured, the newest first. */
  runIds: string[];
};

const sql = `
  select id from (
    select r.id, r.number from run r join scorecard s on s.run_id = r.id
    where r.workspace_id = $1 and r.dataset_id = $2 and r.state in ('finished', 'cancelled')
    order by r.number desc limit ${lastRuns}
  ) latest
  where not exists (
    select 1 from gate_result g where g.workspace_id = $1 and g.run_id = latest.id and g.policy_version_id = $3)
  order by number desc`;

/** Which of the last runs of a dataset have no verdict by its policy as it is now. */
export async function listUnmeasuredRuns(ctx: Context, datasetId: string): Promise<UnmeasuredRuns> {
  const policy = await findPolicy(ctx, datasetId);
  if (policy === null) return { policyNumber: null, runIds: [] };
  const { rows } = await pool().query<{ id: string }>(sql, [ctx.workspaceId, datasetId, policy.id]);
  return { policyNumber: policy.number, runIds: rows.map(({ id }) => id) };
}
