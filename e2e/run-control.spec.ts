import type { Page } from "@playwright/test";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { uniqueName } from "./support/dataset-pages.ts";
import { queryProduct } from "./support/product-database.ts";
import { ownGrader, ownRun } from "./support/seed/own-run.ts";
import { expectAccessible } from "./support/sound-page.ts";
import { expect, test } from "./support/test.ts";

test.describe.configure({ timeout: 150_000 });

const done = async (page: Page) => Number(await page.getByRole("progressbar").getAttribute("aria-valuenow"));
const verdict = (page: Page, text: string | RegExp) =>
  expect(page.getByText(text)).toBeVisible({ timeout: 90_000 });
async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: /^More for run \d+$/ }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("a run is paused and resumed while its progress moves by itself; nothing is asked twice", async ({
  page,
  modelServer,
}) => {
  modelServer.setBehaviour({ kind: "answer", latencyMs: 300 });
  const { runId } = await ownRun(echoCases(400), modelServer, 4);
  await page.goto(`/runs/${runId}`);
  await expect.poll(async () => await done(page), { timeout: 60_000 }).toBeGreaterThan(8);

  await page.getByRole("button", { name: "Pause", exact: true }).click();
  const banner = page.getByRole("note").filter({ hasText: "Paused" });
  await expect(banner).toBeVisible();
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeHidden();
  // Calls under way end within a second; from then on the server hears nothing.
  await expect.poll(async () => (await done(page)) === modelServer.requests()).toBe(true);
  const asked = modelServer.requests();
  expect(asked).toBeLessThan(400);
  await expectAccessible(page);

  await banner.getByRole("button", { name: "Resume" }).click();
  await expect(banner).toBeHidden();
  await expect.poll(async () => await done(page), { timeout: 60_000 }).toBeGreaterThan(asked);
  modelServer.setBehaviour({ kind: "answer" });
  await verdict(page, /^Passed 400 of 400 scored cases/);
  expect(modelServer.requests()).toBe(400);
});

test("a paused run is cancelled after a question, and its scorecard covers what is there", async ({
  page,
  modelServer,
}) => {
  modelServer.setBehaviour({ kind: "answer", latencyMs: 300 });
  const { runId } = await ownRun(echoCases(400), modelServer, 4);
  await page.goto(`/runs/${runId}`);
  await expect.poll(async () => await done(page), { timeout: 60_000 }).toBeGreaterThan(4);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByRole("note").filter({ hasText: "Paused" })).toBeVisible();
  await choose(page, "Cancel run");
  await page.getByRole("button", { name: "Cancel the run" }).click();
  await verdict(page, /of 400 planned cases were never tried\.$/);
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
});

test("errored attempts are tried again once the server has recovered, and only they", async ({
  page,
  modelServer,
}) => {
  const body = JSON.stringify({ error: { message: "this text is not allowed" } });
  modelServer.setBehaviour({ kind: "refuse", containing: "c-0003", code: 400, body });
  const { runId } = await ownRun(echoCases(20), modelServer, 4);
  await page.goto(`/runs/${runId}`);
  await verdict(page, /^Passed 19 of 19 scored cases/);
  await expectAccessible(page);

  modelServer.setBehaviour({ kind: "answer" });
  const before = modelServer.requests();
  await page.getByRole("button", { name: "Retry 1 errored" }).click();
  await verdict(page, /^Passed 20 of 20 scored cases/);
  expect(modelServer.requests() - before).toBe(1);
  await expect(page.getByRole("button", { name: /^Retry/ })).toBeHidden();
});

test("a run is started once more with the same pins", async ({ page, modelServer }) => {
  const { runId, modelName } = await ownRun(echoCases(6), modelServer, 4);
  await page.goto(`/runs/${runId}`);
  await verdict(page, /^Passed 6 of 6 scored cases/);
  await choose(page, "Re-run with the same pins");
  await expect(page.getByRole("alertdialog")).toContainText(`${modelName} v1, 1 grader`);
  await page.getByRole("button", { name: "Start the run" }).click();
  await page.waitForURL(
    (url) => /^\/runs\/[0-9a-f-]{36}$/.test(url.pathname) && !url.pathname.endsWith(runId),
  );
  await verdict(page, /^Passed 6 of 6 scored cases/);
  const pins = await queryProduct(
    `select distinct r.dataset_version_id, r.model_version_id, g.grader_version_id
     from run r join run_grader g on g.run_id = r.id where r.id = any($1)`,
    [[runId, new URL(page.url()).pathname.split("/").at(-1)]],
  );
  expect(pins).toHaveLength(1);
});

test("a grader is added to an old run, and the server hears nothing of it", async ({ page, modelServer }) => {
  const grader = await ownGrader("c-0002");
  const { runId } = await ownRun(echoCases(6), modelServer, 4);
  await page.goto(`/runs/${runId}`);
  await verdict(page, /^Passed 6 of 6 scored cases/);
  const before = modelServer.requests();

  await choose(page, "Add graders…");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: new RegExp(grader) }).check();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add grader" }).click();
  await expect(dialog).toBeHidden();
  await verdict(page, /^Passed 1 of 6 scored cases/);
  expect(modelServer.requests()).toBe(before);

  await choose(page, "Grade again…");
  await expect(page.getByRole("dialog")).toContainText(
    "The run pins the newest version of each grader already.",
  );
  await page.getByRole("button", { name: "Grade again" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await verdict(page, /^Passed 1 of 6 scored cases/);
  expect(modelServer.requests()).toBe(before);
});

test("a schedule is made, shows its next starts, and lists what it has started", async ({
  page,
  modelServer,
}) => {
  const { datasetId, modelName } = await ownRun(echoCases(4), modelServer, 4);
  const name = uniqueName("Nightly");
  await page.goto(`/schedules/new?dataset=${datasetId}`);
  await page.getByLabel("Name", { exact: false }).first().fill(name);
  await page.getByRole("checkbox", { name: modelName }).check();
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByLabel("Cron expression").fill("0 2 * *");
  await expect(page.getByText(/^Write five fields/)).toBeVisible();
  await page.getByRole("button", { name: "Weekdays, 07:00" }).click();
  const starts = page.getByRole("list", { name: "Next starts" }).getByRole("listitem");
  await expect(starts).toHaveCount(3);
  await expect(starts.first()).toHaveText(/^(Mon|Tue|Wed|Thu|Fri) \d{4}-\d\d-\d\d 07:00$/);
  await page.getByRole("button", { name: "Nightly, 02:00" }).click();
  await expect(starts.first()).toHaveText(/ 02:00$/);
  const next = await starts.first().innerText();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create schedule" }).click();

  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText(`Next start ${next}, Europe/Berlin`)).toBeVisible();
  await page.getByRole("button", { name: "Start now" }).click();
  await verdict(page, /^Passed 4 of 4 scored cases/);
  await page.getByRole("link", { name: `the schedule ${name}` }).click();
  const history = page.getByRole("region", { name: "History" }).last();
  await expect(history).toContainText("100.0");
  await expectAccessible(page);

  await page.goto("/schedules");
  const row = page.getByRole("region", { name: "Schedules" }).getByRole("row").filter({ hasText: name });
  await expect(row).toContainText(next);
  await expect(row).toContainText("100.0");

  // As if it were two in the morning: a worker starts it, once.
  await queryProduct("update schedule set next_start_at = now() where name = $1", [name]);
  await row.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(history.getByText("the clock")).toHaveCount(1, { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByText(`Next start ${next}, Europe/Berlin`)).toBeVisible();
  await page.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByText("Off", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Turn on" })).toBeVisible();
});
