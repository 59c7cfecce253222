import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { nodeFlags } from "./processes/node-program.ts";

let home: string;
let server: FakeModelServer;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "touchstone-worker-"));
  server = await startFakeModelServer();
});
afterAll(async () => {
  worker?.kill("SIGKILL");
  await server.close();
  await rm(home, { recursive: true, force: true });
});

test("the command of the image for workers alone executes a run that another process has started, and ends when it is asked to", async () => {
  const { ctx } = await createTestWorkspace();
  const { runId } = await startedRun(ctx, { cases: echoCases(20), baseUrl: server.baseUrl });
  const child = spawn(process.execPath, [...nodeFlags, "lib/launch/main.ts", "worker"], {
    stdio: "ignore",
    env: { ...process.env, TOUCHSTONE_HOME: home, LOG_LEVEL: "silent" },
  });
  worker = child;
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const stateOf = async () => (await db().run.findUniqueOrThrow({ where: { id: runId } })).state;
  await expect.poll(stateOf, { timeout: 60_000, interval: 200 }).toBe("finished");
  expect(await db().attempt.count({ where: { runId, verdict: "passed" } })).toBe(20);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});
