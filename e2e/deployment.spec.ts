import type { APIRequestContext } from "@playwright/test";
import { createApiKey } from "#lib/auth/api-keys/create-api-key.ts";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { setDatasetGraders } from "#lib/graders/set-dataset-graders.ts";
import { newId } from "#lib/ids/new-id.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import { createDeployment, type Deployment } from "./support/deployment/create-deployment.ts";
import { queryDatabase } from "./support/product-database.ts";
import { withVerbsOn } from "./support/seed/with-verbs.ts";
import { expect, test } from "./support/test.ts";

const cases = 1_500;
const concurrency = 10;
const providerKey = "sk-of-another-machine";

test.use({ storageState: { cookies: [], origins: [] } });

let deployment: Deployment;
test.beforeEach(async () => {
  deployment = await createDeployment();
});
test.afterEach(async () => await deployment.remove());

test("web and two workers apart, sharing a database alone: a run from the API ends whole though one worker leaves half-way", async ({
  request,
  modelServer,
}) => {
  modelServer.setBehaviour({ kind: "answer", latencyMs: 40 });
  const web = await deployment.startWeb();
  expect((await (await request.get(`${web}/api/health`)).json()).workers.alive).toBe(0);
  const [leaving] = await Promise.all([deployment.startWorker(), deployment.startWorker()]);
  await expect.poll(() => metric(request, web, "touchstone_workers_alive")).toBe(2);

  const { secret, datasetId, modelId } = await seed(modelServer.baseUrl);
  const headers = { authorization: `Bearer ${secret}` };
  const started = await request.post(`${web}/api/v1/runs`, {
    headers,
    data: { requestKey: newId(), datasetId, modelIds: [modelId] },
  });
  expect(started.status()).toBe(201);
  const [runId] = (await started.json()).runIds;

  await expect.poll(() => workersOf(runId), { message: "both workers take part" }).toBe(2);
  await expect.poll(() => metric(request, web, "touchstone_connection_in_flight")).toBeGreaterThan(0);
  expect(modelServer.requests(), "the run is in the middle").toBeLessThan(cases * 0.8);
  leaving.process.kill("SIGTERM");
  expect(await leaving.ended).toBe(0);
  await expect.poll(() => metric(request, web, "touchstone_workers_alive")).toBe(1);

  const stateOf = async () =>
    (await (await request.get(`${web}/api/v1/runs/${runId}`, { headers })).json()).state;
  await expect.poll(stateOf, { timeout: 60_000 }).toBe("finished");
  expect(modelServer.requests(), "nothing is asked twice").toBe(cases);
  expect(modelServer.peak()).toBeLessThanOrEqual(concurrency);
  // Sealed by this process, opened by the workers: the key came through the environment.
  expect(modelServer.lastHeaders().authorization).toBe(`Bearer ${providerKey}`);
  expect(await metric(request, web, 'touchstone_attempts{verdict="passed"}')).toBe(cases);
  expect(await metric(request, web, 'touchstone_runs{state="finished"}')).toBe(1);
});

/** The value of one line of the web process's metrics; labels of a connection may be left out. */
async function metric(request: APIRequestContext, web: string, name: string): Promise<number | null> {
  const answer = await request.get(`${web}/api/metrics`, {
    headers: { authorization: `Bearer ${deployment.shared.TOUCHSTONE_METRICS_TOKEN}` },
  });
  const line = (await answer.text()).split("\n").find((candidate) => candidate.startsWith(name));
  return line === undefined ? null : Number(line.split(" ").at(-1));
}

/** How many workers have calls of the run under way. */
async function workersOf(runId: string): Promise<number> {
  const [row] = await queryDatabase(
    deployment.shared.DATABASE_URL,
    "select count(distinct worker_id)::int as workers from connection_share where run_id = $1 and in_flight > 0",
    [runId],
  );
  return Number(row?.workers);
}

async function seed(baseUrl: string): Promise<{ secret: string; datasetId: string; modelId: string }> {
  return await withVerbsOn(deployment.shared, async () => {
    const { id: workspaceId } = await db().workspace.findFirstOrThrow({ select: { id: true } });
    const actor = { type: "system", name: "end-to-end tests" } as const;
    const ctx = { workspaceId, actor, requestId: "end-to-end", now: new Date() };
    const { datasetId } = await publishedDataset(ctx, echoCases(cases));
    const grader = await createGrader(ctx, { name: "Exact", kind: "exact-match" });
    await setDatasetGraders(ctx, { datasetId, graderIds: [grader.id] });
    const { modelId } = await serverModel(ctx, {
      baseUrl,
      apiKey: providerKey,
      maxConcurrency: concurrency,
    });
    const { secret } = await createApiKey(ctx, { name: "Pipeline", role: "editor", expiresInDays: null });
    return { secret, datasetId, modelId };
  });
}
