import { queryProduct } from "./support/product-database.ts";
import { chooseRuns, outcomeLine, startRun, waitForScorecard } from "./support/run-pages.ts";
import { echoCases, echoModel, ownDataset } from "./support/seed/echo-things.ts";
import { expect, test } from "./support/test.ts";

test.describe.configure({ timeout: 150_000 });

test("two models are started together, once however often Start is pressed, and their progress moves by itself", async ({
  page,
  modelServer,
}) => {
  modelServer.setBehaviour({ kind: "answer", latencyMs: 700 });
  const dataset = await ownDataset(echoCases(60));
  const model = await echoModel(modelServer);
  const start = await chooseRuns(page, dataset.id, [model.name, "Keyword rules (tickets)"]);
  await expect(page.getByText("60 cases × 2 models = 120 answers")).toBeVisible();
  await start.dblclick();

  await page.waitForURL(/\/runs\?experiment=/);
  await expect(page.getByRole("grid", { name: "Runs" }).getByRole("row")).toHaveCount(3);
  expect(await queryProduct("select 1 from experiment where dataset_id = $1", [dataset.id])).toHaveLength(1);

  await page
    .getByRole("grid", { name: "Runs" })
    .getByRole("row")
    .filter({ hasText: model.name })
    .getByRole("link")
    .click();
  let loads = 0;
  page.on("load", () => {
    loads += 1;
  });
  await expect(page.getByRole("heading", { level: 1 })).toContainText(model.name);
  const progress = page.getByRole("progressbar");
  const done = async () => Number(await progress.getAttribute("aria-valuenow"));
  await expect.poll(done).toBeGreaterThan(0);
  const seen = await done();
  await expect.poll(done).toBeGreaterThan(seen);
  await expect(page.getByText("Time left")).toBeVisible();
  await expect(page.getByText("Cost so far")).toBeVisible();

  expect(await waitForScorecard(page)).toMatch(/^Passed 30 of 60 scored cases/);
  expect(await outcomeLine(page)).toEqual({
    planned: 60,
    passed: 30,
    failed: 30,
    errored: 0,
    unscored: 0,
    missing: 0,
  });
  expect(loads, "the page was loaded again").toBe(0);
  expect(modelServer.requests()).toBe(60);
});

test("a cancelled run keeps every answer that was paid for, and its scorecard tells of no other", async ({
  page,
  modelServer,
}) => {
  modelServer.setBehaviour({ kind: "answer", latencyMs: 500 });
  const dataset = await ownDataset(echoCases(300));
  const model = await echoModel(modelServer);
  await startRun(page, dataset.id, model.name);
  await expect
    .poll(async () => Number(await page.getByRole("progressbar").getAttribute("aria-valuenow")))
    .toBeGreaterThan(0);
  await page.getByRole("button", { name: /^More for run \d+$/ }).click();
  await page.getByRole("menuitem", { name: "Cancel run" }).click();
  await page.getByRole("button", { name: "Cancel the run" }).click();

  expect(await waitForScorecard(page)).toMatch(/of 300 planned cases were never tried\.$/);
  const { planned, passed = 0, failed = 0, errored, unscored, missing = 0 } = await outcomeLine(page);
  expect({ planned, errored, unscored }).toEqual({ planned: 300, errored: 0, unscored: 0 });
  expect(passed + failed + missing).toBe(300);
  expect(passed + failed, "every answer of the server is there").toBe(modelServer.requests());
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
});

test("a wrong key stops the run with the server's words, and the key is not among them", async ({
  page,
  modelServer,
}) => {
  const apiKey = "sk-wrong-4b1d9e77a2c05f36";
  modelServer.setBehaviour({ kind: "wrong-key", rightKey: "sk-right" });
  const dataset = await ownDataset(echoCases(40));
  const model = await echoModel({ baseUrl: modelServer.baseUrl, apiKey });
  await startRun(page, dataset.id, model.name);

  const banner = page.getByRole("note").filter({ hasText: "Paused" });
  await expect(banner).toContainText(/Incorrect API key provided/, { timeout: 60_000 });
  expect(await page.content()).not.toContain(apiKey);
  expect(modelServer.requests(), "it stopped early").toBeLessThan(40);
  await page.getByRole("button", { name: /^More for run \d+$/ }).click();
  await page.getByRole("menuitem", { name: "Cancel run" }).click();
  await page.getByRole("button", { name: "Cancel the run" }).click();
  await waitForScorecard(page);
  const { planned, passed, failed } = await outcomeLine(page);
  expect({ planned, passed, failed }).toEqual({ planned: 40, passed: 0, failed: 0 });
});

test("a server that answers with HTML and one that nobody listens on are errors, never failures", async ({
  page,
  modelServer,
}) => {
  modelServer.setBehaviour({ kind: "html-200" });
  const dataset = await ownDataset(echoCases(6));
  const proxy = await echoModel(modelServer);
  const nobody = await echoModel({ baseUrl: "http://127.0.0.1:9/v1" });
  for (const [model, words] of [
    [proxy, /a web page instead of an answer/],
    [nobody, /Nothing listens there/],
  ] as const) {
    await startRun(page, dataset.id, model.name);
    expect(await waitForScorecard(page)).toMatch(
      /^No case could be scored, so there is no pass rate\. 6 cases errored/,
    );
    expect(await outcomeLine(page)).toEqual({
      planned: 6,
      passed: 0,
      failed: 0,
      errored: 6,
      unscored: 0,
      missing: 0,
    });
    await expect(page.getByRole("region", { name: "Errors by class" })).toContainText(words);
    await page.getByRole("link", { name: "See 6 errored" }).click();
    await expect(page.getByRole("grid", { name: "Cases of this run" }).getByRole("row")).toHaveCount(7);
  }
});

test("a worker that is killed in the middle costs the run no case and no second call", async ({
  page,
  modelServer,
}) => {
  modelServer.setBehaviour({ kind: "answer", latencyMs: 400 });
  const dataset = await ownDataset(echoCases(160));
  const model = await echoModel(modelServer);
  const runId = await startRun(page, dataset.id, model.name);
  await expect
    .poll(async () => Number(await page.getByRole("progressbar").getAttribute("aria-valuenow")))
    .toBeGreaterThan(8);
  const [worker] = await queryProduct("select pid from worker_process order by heartbeat_at desc limit 1");
  process.kill(Number(worker?.pid), "SIGKILL");

  expect(await waitForScorecard(page)).toMatch(/^Passed 80 of 160 scored cases/);
  expect(await outcomeLine(page)).toMatchObject({
    planned: 160,
    passed: 80,
    failed: 80,
    errored: 0,
    missing: 0,
  });
  const attempts = await queryProduct(
    "select count(*)::int as rows, count(distinct case_id)::int as cases from attempt where run_id = $1",
    [runId],
  );
  expect(attempts).toEqual([{ rows: 160, cases: 160 }]);
  // Answers that were under way when the worker died are asked for again; nothing that was stored is.
  expect(modelServer.requests()).toBeLessThanOrEqual(160 + 16);
});
