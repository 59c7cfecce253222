import { beforeAll, expect, test, vi } from "vitest";
import { db, pool } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { cancelRun } from "../control/cancel-run.ts";
import { gradedRun } from "../testing/graded-run.ts";
import { getLiveRun, getRunSight } from "./get-live-run.ts";
import { watchLiveRun } from "./watch-live-run.ts";

let workspace: TestWorkspace;
const baseUrl = "http://127.0.0.1:9/v1";
const queuedRun = async () => await startedRun(workspace.ctx, { cases: echoCases(3), baseUrl });

beforeAll(async () => {
  workspace = await createTestWorkspace();
});

test("reads limits, slots, workers and errors of a run on its way", async () => {
  const { ctx } = workspace;
  const { runId } = await gradedRun(ctx, [
    { key: "a", input: "A", expected: "A", verdict: "passed" },
    { key: "b", input: "B", expected: "B", verdict: "errored", errorClass: "rate-limit" },
  ]);
  const workerId = newId();
  const connection = await db().connection.findFirstOrThrow({
    where: { modelVersions: { some: { runs: { some: { id: runId } } } } },
  });
  const scope = { workspaceId: ctx.workspaceId, connectionId: connection.id };
  await db().run.update({ where: { id: runId }, data: { state: "running" } });
  await db().workerProcess.create({ data: { id: workerId, host: "lab-1", pid: 41 } });
  await db().runShard.updateMany({
    where: { runId },
    data: { state: "running", workerId, leaseExpiresAt: new Date(Date.now() + 60_000) },
  });
  await db().connectionThrottle.create({
    data: {
      ...scope,
      concurrencyLimit: 2.5,
      requestAllowance: 0,
      tokenAllowance: 0,
      refilledAt: new Date(),
      limitedAt: new Date(),
      blockedUntil: new Date(Date.now() + 30_000),
      blockedReason: "It asked for 30 s.",
      rateLimited: 9,
    },
  });
  const expiresAt = (ms: number) => new Date(Date.now() + ms);
  await db().connectionShare.createMany({
    data: [
      {
        ...scope,
        runId,
        workerId,
        wanted: 5,
        held: 2,
        inFlight: 2,
        perSecond: 3,
        expiresAt: expiresAt(60_000),
      },
      { ...scope, runId, workerId: newId(), wanted: 5, held: 4, inFlight: 4, expiresAt: expiresAt(-1_000) },
    ],
  });
  const sight = await getRunSight(ctx, { runId });
  expect(sight).toMatchObject({
    waiting: { kind: "waiting", sentence: expect.stringContaining("It asked for 30 s.") },
    slots: {
      inFlight: 2,
      held: 2,
      limit: 2,
      most: connection.maxConcurrency,
      rateLimited: 9,
      isCompatible: true,
    },
    errors: [{ errorClass: "rate-limit", count: 1 }],
    workers: [{ host: "lab-1", pid: 41, inFlight: 2, perSecond: 3, shards: 1 }],
    throughput: { perSecond: 3 },
  });
  await expect(getRunSight(workspace.otherCtx, { runId })).rejects.toMatchObject({ code: "not-found" });
});

test("a run that has ended has nothing to be seen", async () => {
  const { runId } = await gradedRun(workspace.ctx, [
    { key: "a", input: "A", expected: "A", verdict: "passed" },
  ]);
  expect(await getLiveRun(workspace.ctx, runId)).toMatchObject({ state: "finished", sight: null });
});

test("a run is told at once, after a silence that nothing changed, and at its end", async () => {
  const { runId } = await queuedRun();
  const options = { signal: AbortSignal.timeout(10_000), everyMs: 20, quietMs: 40 };
  const seen: (string | null)[] = [];
  for await (const live of watchLiveRun(workspace.ctx, runId, options)) {
    seen.push(live?.state ?? null);
    if (seen.length === 2) await cancelRun(workspace.ctx, { runId });
    if (live?.state === "cancelling") break;
  }
  expect(seen.slice(0, 2)).toEqual(["queued", null]);
  expect(seen.at(-1)).toBe("cancelling");
});

test("nobody listens, nothing is read on; and refuses another workspace", async () => {
  const { runId } = await queuedRun();
  const listener = new AbortController();
  const live = watchLiveRun(workspace.ctx, runId, { signal: listener.signal, everyMs: 60_000 });
  expect((await live.next()).value).toMatchObject({ state: "queued", planned: 3 });
  const next = live.next();
  listener.abort();
  expect((await next).done).toBe(true);
  const other = watchLiveRun(workspace.otherCtx, runId, { signal: AbortSignal.timeout(5_000) });
  await expect(other.next()).rejects.toMatchObject({ code: "not-found" });
});

test("twenty browsers cost as many reads as one, and each gets at most four events a second", async () => {
  const { runId } = await queuedRun();
  const query = vi.spyOn(pool(), "query");
  const listener = new AbortController();
  const watching = Array.from({ length: 20 }, async () => {
    const at: number[] = [];
    for await (const live of watchLiveRun(workspace.ctx, runId, { signal: listener.signal })) {
      if (live !== null) at.push(performance.now());
    }
    return at;
  });
  const startedAt = performance.now();
  for (let change = 1; change <= 40; change++) {
    await db().runShard.updateMany({ where: { runId }, data: { answered: change } });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  listener.abort();
  const events = await Promise.all(watching);
  const seconds = (performance.now() - startedAt) / 1_000;
  const reads = query.mock.calls.filter(([sql]) => String(sql).includes("from run r")).length;
  query.mockRestore();
  // Two statements at each look.
  expect(reads).toBeLessThanOrEqual(2 * (seconds * 4 + 2));
  for (const at of events) {
    expect(at.length).toBeGreaterThan(1);
    expect(at.length).toBeLessThanOrEqual(seconds * 4 + 1);
    for (const [i, ms] of at.entries()) if (i > 0) expect(ms - (at[i - 1] ?? 0)).toBeGreaterThan(240);
  }
});
