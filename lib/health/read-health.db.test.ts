import { expect, test } from "vitest";
import { closeDatabase, db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { readHealth } from "./read-health.ts";

test("counts workers that reported within a minute", async () => {
  expect((await readHealth()).workers).toEqual({ alive: 0, lastSeenSecondsAgo: null });
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000);
  await db().workerProcess.createMany({
    data: [3, 20, 90].map((seconds) => ({ id: newId(), host: "h", pid: 1, heartbeatAt: ago(seconds) })),
  });
  const health = await readHealth();
  expect(health.database.ok).toBe(true);
  expect(health.workers.alive).toBe(2);
  expect(health.workers.lastSeenSecondsAgo).toBeGreaterThanOrEqual(2);
  expect(health.queue).toEqual({ waiting: 0, active: 0 });
});

test("a database that does not answer is down, within the time limit", async () => {
  const locked = db().$transaction(
    async (tx) => {
      await tx.$executeRaw`lock table worker_process in access exclusive mode`;
      const started = performance.now();
      const health = await readHealth();
      expect(health.database).toEqual({ ok: false, latencyMs: null });
      expect(performance.now() - started).toBeLessThan(4_000);
    },
    { timeout: 20_000 },
  );
  await locked;
  expect((await readHealth()).database.ok).toBe(true);
  await closeDatabase();
});
