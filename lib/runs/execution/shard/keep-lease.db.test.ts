import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { claimShard } from "./claim-shard.ts";
import { keepLease } from "./keep-lease.ts";

const never = new AbortController().signal;

async function leaseOfCancelledRun(isCancelled: boolean) {
  const { ctx } = await createTestWorkspace();
  const { runId } = await startedRun(ctx, { cases: echoCases(2), baseUrl: "http://127.0.0.1:9/v1" });
  const key = { runId, index: 0 };
  const workerId = newId();
  expect(await claimShard(ctx, key, workerId)).toMatchObject({ type: "claimed", shard: { isEmpty: true } });
  await db().run.update({ where: { id: runId }, data: { state: "cancelling" } });
  return keepLease(ctx, key, workerId, never, isCancelled);
}

test("cancelling ends the work on a shard, except on one that was claimed to grade what a cancelled run has stored", async () => {
  const [working, clearingUp] = await Promise.all([leaseOfCancelledRun(false), leaseOfCancelledRun(true)]);
  try {
    await expect.poll(() => working.halt).toBe("cancelled");
    // Both renew once a second: the other one has been told the same by then.
    await sleep(1_500);
    expect(clearingUp.halt).toBeNull();
  } finally {
    working.end();
    clearingUp.end();
  }
});
