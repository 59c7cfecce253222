import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { newId } from "#lib/ids/new-id.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { type CallEnd, ConnectionGate } from "./connection-gate.ts";

const good: CallEnd = { type: "succeeded", tokens: 100, costMicroUsd: 10, pauseMs: 0 };
let ctx: Context;
let connectionId: string;
let ending: AbortController;

beforeEach(async () => {
  ({ ctx } = await createTestWorkspace());
  ending = new AbortController();
});
afterEach(() => ending.abort());

async function runOn(limits: Prisma.ConnectionUpdateInput, run: Prisma.RunUncheckedUpdateInput = {}) {
  const started = await startedRun(ctx, { cases: echoCases(1), baseUrl: "http://127.0.0.1:9/v1" });
  connectionId = started.connectionId;
  await db().connection.update({ where: { id: connectionId }, data: limits });
  await db().run.update({ where: { id: started.runId }, data: run });
  return started.runId;
}

async function anotherRun(run: Prisma.RunUncheckedUpdateInput = {}) {
  const started = await startedRun(ctx, { cases: echoCases(1), baseUrl: "http://127.0.0.1:9/v1" });
  await db().run.update({ where: { id: started.runId }, data: run });
  return started.runId;
}

const gate = (workerId = newId()) =>
  new ConnectionGate({ workspaceId: ctx.workspaceId, connectionId, workerId });

/** Callers that call again and again until the end; keeps count of what is under way. */
function callers(
  of: ConnectionGate,
  runId: string,
  { lanes, callMs, end = good }: { lanes: number; callMs: number; end?: CallEnd },
) {
  const seen = { underWay: 0, peak: 0, calls: 0 };
  const lane = async () => {
    for (;;) {
      const permit = await of.enter(runId, 0, ending.signal);
      if (permit === null) return;
      seen.underWay += 1;
      seen.calls += 1;
      seen.peak = Math.max(seen.peak, seen.underWay);
      await sleep(callMs);
      seen.underWay -= 1;
      permit.end(end);
    }
  };
  const done = Promise.all(Array.from({ length: lanes }, lane));
  return { seen, done };
}

describe("the limit on concurrent calls", () => {
  test("holds over three workers together at every moment, and is used in full", async () => {
    const runId = await runOn({ maxConcurrency: 12 });
    const workers = [gate(), gate(), gate()].map((one) => callers(one, runId, { lanes: 20, callMs: 15 }));
    let most = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 150; i++) {
      await sleep(10);
      const now = workers.reduce((sum, { seen }) => sum + seen.underWay, 0);
      most = Math.max(most, now);
      if (i > 100) least = Math.min(least, now);
    }
    expect(most).toBeLessThanOrEqual(12);
    expect(least).toBeGreaterThan(4);
    for (const { seen } of workers) expect(seen.calls).toBeGreaterThan(0);
    ending.abort();
    await Promise.all(workers.map(({ done }) => done));
  });

  test("a small run gets all that it wants beside a large one, which gets the rest", async () => {
    const large = await runOn({ maxConcurrency: 10 });
    const small = await anotherRun();
    const worker = gate();
    const first = callers(worker, large, { lanes: 50, callMs: 10 });
    await expect.poll(() => first.seen.underWay).toBe(10);
    const other = gate();
    const second = callers(other, small, { lanes: 3, callMs: 10 });
    await expect.poll(() => second.seen.peak, { timeout: 5_000 }).toBe(3);
    await expect.poll(() => first.seen.underWay).toBeLessThanOrEqual(7);
  });

  test("what a dead worker held is free again when its share has ended, and not before", async () => {
    const runId = await runOn({ maxConcurrency: 4 });
    await db().connectionShare.create({
      data: {
        connectionId,
        workspaceId: ctx.workspaceId,
        workerId: newId(),
        runId,
        wanted: 4,
        held: 4,
        inFlight: 4,
        expiresAt: new Date(Date.now() + 1_500),
      },
    });
    const worker = callers(gate(), runId, { lanes: 8, callMs: 10 });
    await sleep(800);
    expect(worker.seen.calls).toBe(0);
    await expect.poll(() => worker.seen.peak, { timeout: 5_000 }).toBe(4);
  });
});

describe("when the provider says too many", () => {
  test("nobody calls before the time that it named, and then only half as many do", async () => {
    const runId = await runOn({ maxConcurrency: 16 });
    const [one, other] = [gate(), gate()];
    const permit = await one.enter(runId, 0, ending.signal);
    const beside = callers(other, runId, { lanes: 30, callMs: 100_000 });
    await expect.poll(() => beside.seen.calls).toBe(15);
    permit?.end({ type: "limited", pauseMs: 1_200, reason: "Too many requests." });
    const throttle = async () => await db().connectionThrottle.findUniqueOrThrow({ where: { connectionId } });
    await expect.poll(async () => (await throttle()).blockedReason).toBe("Too many requests.");
    expect((await throttle()).concurrencyLimit).toBe(8);
    expect((await throttle()).rateLimited).toBe(1n);

    const third = gate();
    const asked = performance.now();
    const waiting = third.enter(await anotherRun(), 0, ending.signal);
    // Eight slots are all in use by calls that began before.
    expect(await Promise.race([waiting, sleep(600)])).toBeUndefined();
    expect(performance.now() - asked).toBeGreaterThan(500);
  });
});

describe("requests and tokens a minute", () => {
  test("requests are paced over all workers together", async () => {
    const runId = await runOn({ maxConcurrency: 50, requestsPerMinute: 600 });
    const workers = [gate(), gate()].map((one) => callers(one, runId, { lanes: 50, callMs: 1 }));
    await sleep(2_000);
    const calls = workers.reduce((sum, { seen }) => sum + seen.calls, 0);
    // 50 saved up, and 10 a second.
    expect(calls).toBeLessThanOrEqual(50 + 22);
    expect(calls).toBeGreaterThan(50);
  });

  test("tokens are counted as they are used: after a burst of costly calls the rest waits", async () => {
    const runId = await runOn({ maxConcurrency: 4, tokensPerMinute: 6_000 });
    const costly: CallEnd = { type: "succeeded", tokens: 2_000, costMicroUsd: null, pauseMs: 0 };
    const worker = callers(gate(), runId, { lanes: 4, callMs: 5, end: costly });
    await sleep(1_500);
    // 500 tokens are saved up; each call takes 2,000, and 100 come a second.
    expect(worker.seen.calls).toBeGreaterThan(0);
    expect(worker.seen.calls).toBeLessThanOrEqual(4);
  });
});

describe("budgets", () => {
  test("a run whose budget is used up gets no more calls, and says so with the figures", async () => {
    const runId = await runOn({ maxConcurrency: 4 }, { budgetMicroUsd: 50n });
    const worker = gate();
    const permit = await worker.enter(runId, 0, ending.signal);
    expect(permit).not.toBeNull();
    await db().runShard.updateMany({ where: { runId }, data: { costMicroUsd: 60n } });
    permit?.end({ type: "succeeded", tokens: 1, costMicroUsd: 60, pauseMs: 0 });
    expect(await worker.enter(runId, 0, ending.signal)).toBeNull();
    expect(worker.exhausted(runId)).toBe("The run's budget of $0.000050 is used up: $0.000060 was spent.");
  });

  test("the month's budget of the workspace holds for every run", async () => {
    const runId = await runOn({ maxConcurrency: 4 });
    const { workspaceId } = ctx;
    await db().workspace.update({ where: { id: workspaceId }, data: { monthlyBudgetMicroUsd: 5_000_000n } });
    const month = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth(), 1));
    await db().workspaceSpending.create({ data: { workspaceId, month, costMicroUsd: 5_000_001n } });
    const worker = gate();
    expect(await worker.enter(runId, 0, ending.signal)).toBeNull();
    expect(worker.exhausted(runId)).toMatch(/budget for this month of \$5\.00 is used up: \$5\.00 was spent/);
  });
});
