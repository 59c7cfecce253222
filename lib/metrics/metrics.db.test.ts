import { expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { gradedRun } from "#lib/runs/testing/graded-run.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { answerMetricsRequest } from "./answer-metrics-request.ts";

const setting = { token: "secret-1", version: "1.2.3" };

test("without the variable there is nothing, without the token nobody learns anything", async () => {
  const off = await answerMetricsRequest("Bearer x", { token: undefined, version: "1" });
  expect(off).toEqual({
    status: 404,
    body: expect.stringMatching(/^Metrics are off\. Set TOUCHSTONE_METRICS_TOKEN/),
  });
  for (const authorization of [
    null,
    "",
    "Bearer",
    "Bearer wrong",
    "Basic secret-1",
    "secret-1",
    "Bearer secret-1 x",
  ]) {
    const refused = await answerMetricsRequest(authorization, setting);
    expect(refused.status).toBe(401);
    expect(refused.body).not.toContain("touchstone_");
  }
});

test("tells runs, attempts, tokens, money, queue, workers, connections and this process", async () => {
  const { ctx } = await createTestWorkspace();
  const { runId } = await gradedRun(ctx, [
    { key: "a", input: "A", expected: "A", verdict: "passed" },
    { key: "b", input: "B", expected: "B", verdict: "failed", fromCache: true },
    { key: "c", input: "C", expected: "C", verdict: "errored" },
  ]);
  await startedRun(ctx, { cases: echoCases(3), baseUrl: "http://127.0.0.1:9/v1" });
  const connection = await db().connection.findFirstOrThrow({ where: { workspaceId: ctx.workspaceId } });
  const scope = { workspaceId: ctx.workspaceId, connectionId: connection.id };
  await db().connectionThrottle.create({
    data: {
      ...scope,
      concurrencyLimit: 3,
      requestAllowance: 0,
      tokenAllowance: 0,
      refilledAt: new Date(),
      rateLimited: 4,
    },
  });
  await db().connectionShare.create({
    data: {
      ...scope,
      runId,
      workerId: newId(),
      wanted: 9,
      held: 3,
      inFlight: 2,
      expiresAt: new Date(Date.now() + 60_000),
    },
  });
  await db().workerProcess.create({ data: { id: newId(), host: "h", pid: 1 } });

  const { status, body } = await answerMetricsRequest("Bearer secret-1", setting);
  expect(status).toBe(200);
  const lines = body.split("\n");
  const labels = `{connection="${connection.name}",connection_id="${connection.id}"}`;
  for (const line of [
    'touchstone_build_info{version="1.2.3"} 1',
    "touchstone_database_up 1",
    'touchstone_attempts{verdict="passed"} 1',
    'touchstone_attempts{verdict="errored"} 1',
    'touchstone_answers_total{source="model"} 1',
    'touchstone_answers_total{source="cache"} 1',
    'touchstone_tokens_total{kind="prompt"} 20',
    'touchstone_tokens_total{kind="completion"} 10',
    "touchstone_cost_usd_total 0.00002",
    "touchstone_saved_usd_total 0.00002",
    "touchstone_rate_limited_calls_total 4",
    'touchstone_runs{state="finished"} 1',
    'touchstone_runs{state="queued"} 1',
    "touchstone_workers_alive 1",
    `touchstone_connection_limit${labels} 3`,
    `touchstone_connection_in_flight${labels} 2`,
  ]) {
    expect(lines).toContain(line);
  }
  expect(body).toMatch(/^touchstone_queue_jobs\{queue="execute-shard"\} [1-9]/m);
  expect(body).toMatch(/^touchstone_queue_oldest_job_age_seconds\{queue="execute-shard"\} [0-9.]+$/m);
  expect(body).toMatch(/^touchstone_process_resident_memory_bytes [0-9]{7,}$/m);
  expect(body).toMatch(/^touchstone_database_pool_max 12$/m);
  for (const line of lines)
    expect(line).toMatch(/^$|^# (HELP|TYPE) touchstone_\w+ \S|^touchstone_\w+(\{.*\})? \S+$/);
});
