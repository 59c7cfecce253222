import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { lockRun } from "./complete-shard.ts";

/** Longer than any pause of a healthy worker: it renews at every flush and at least every few seconds. */
export const leaseSeconds = 20;

export type ClaimedShard = {
  firstPosition: number;
  lastPosition: number;
  /** No attempt of it was made yet. */
  isEmpty: boolean;
  /** A worker held it and has gone without giving it back. */
  isTakenOver: boolean;
};

export type Claim =
  /** Of a cancelled run, what is stored is graded and nothing is asked. */
  | { type: "claimed"; shard: ClaimedShard; isCancelled: boolean }
  /** Done already, or its run has ended. */
  | { type: "nothing-to-do" }
  /** Another worker holds this shard. */
  | { type: "busy" };

type ShardKey = { runId: string; index: number };

/** Takes a shard for this worker. Leases use the database's clock: a worker's own may jump. */
export async function claimShard(ctx: Context, key: ShardKey, workerId: string): Promise<Claim> {
  return await db().$transaction(async (tx) => {
    // The run before the shard, as everybody does who locks both.
    await lockRun(tx, key.runId);
    const [shard] = await tx.$queryRaw<
      { state: string; runState: string; leased: boolean; isEmpty: boolean }[]
    >`
      select s.state::text as state, r.state::text as "runState", s.answered + s.errored = 0 as "isEmpty",
        s.state = 'running' and s.lease_expires_at > now() as leased
      from run_shard s join run r on r.id = s.run_id
      where s.workspace_id = ${ctx.workspaceId}::uuid and s.run_id = ${key.runId}::uuid and s.index = ${key.index}
      for update of s`;
    if (shard === undefined || shard.state === "done") return { type: "nothing-to-do" };
    if (!["queued", "running", "cancelling"].includes(shard.runState)) return { type: "nothing-to-do" };
    if (shard.leased) return { type: "busy" };
    const [claimed] = await tx.$queryRaw<Pick<ClaimedShard, "firstPosition" | "lastPosition">[]>`
      update run_shard set state = 'running', worker_id = ${workerId}::uuid, started_at = coalesce(started_at, now()),
        lease_expires_at = now() + make_interval(secs => ${leaseSeconds})
      where run_id = ${key.runId}::uuid and index = ${key.index}
      returning first_position as "firstPosition", last_position as "lastPosition"`;
    await tx.$executeRaw`
      update run set state = 'running', started_at = coalesce(started_at, now())
      where id = ${key.runId}::uuid and state = 'queued'`;
    if (claimed === undefined) return { type: "nothing-to-do" };
    const isTakenOver = shard.state === "running";
    const facts = { isEmpty: shard.isEmpty && !isTakenOver, isTakenOver };
    return { type: "claimed", shard: { ...claimed, ...facts }, isCancelled: shard.runState === "cancelling" };
  });
}

/** Renews the lease and tells whether to go on: `lost` when another worker has taken over, else the state of the run. */
export async function renewLease(ctx: Context, key: ShardKey, workerId: string): Promise<string> {
  const [row] = await db().$queryRaw<{ runState: string }[]>`
    update run_shard s set lease_expires_at = now() + make_interval(secs => ${leaseSeconds})
    from run r
    where r.id = s.run_id and s.workspace_id = ${ctx.workspaceId}::uuid and s.run_id = ${key.runId}::uuid
      and s.index = ${key.index} and s.worker_id = ${workerId}::uuid and s.state = 'running'
    returning r.state::text as "runState"`;
  return row?.runState ?? "lost";
}

/** Gives an unfinished shard back, so that the next worker need not wait for the lease to end. */
export async function releaseShard(ctx: Context, key: ShardKey, workerId: string): Promise<void> {
  await db().runShard.updateMany({
    where: { workspaceId: ctx.workspaceId, runId: key.runId, index: key.index, workerId, state: "running" },
    data: { state: "pending", workerId: null, leaseExpiresAt: null },
  });
}
