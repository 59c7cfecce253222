import type { Page } from "@playwright/test";
import { startRun } from "./support/run-pages.ts";
import { echoCases, echoModel, ownDataset } from "./support/seed/echo-things.ts";
import { measuredRuns, policyOf, storedVerdicts } from "./support/seed/measured-runs.ts";
import { expect, test } from "./support/test.ts";

const latestRuns = (page: Page) => page.getByRole("list", { name: "Latest runs" });
const previewOf = (page: Page, number: number) =>
  latestRuns(page)
    .getByRole("listitem")
    .filter({ hasText: `Run ${number} ` });
const rules = (page: Page) => page.getByRole("list", { name: "Rules of the gate" }).getByRole("listitem");

test("a policy is tried on the latest runs, saved, and decides about a run, which is approved as baseline", async ({
  page,
}) => {
  const { datasetId, runs } = await measuredRuns([58, 30]);
  const [good, bad] = runs;
  if (good === undefined || bad === undefined) throw new Error("There are two runs.");

  await page.goto(`/datasets/${datasetId}/gate`);
  await expect(previewOf(page, good.number)).toContainText("no rule");
  await page.getByRole("checkbox", { name: "Pass rate" }).check();
  await page.getByRole("textbox", { name: "Pass rate, at least, in %" }).fill("80");
  await expect(previewOf(page, good.number)).toContainText("pass");
  await expect(previewOf(page, bad.number)).toContainText("even the upper limit is below the bar of 80.0");
  await page.getByRole("textbox", { name: "Pass rate, at least, in %" }).fill("900");
  await expect(page.getByText("Enter a percentage from 0 to 100.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save as policy 1" })).toBeDisabled();
  await page.getByRole("textbox", { name: "Pass rate, at least, in %" }).fill("80");
  expect(await storedVerdicts(datasetId)).toEqual({ [good.number]: [], [bad.number]: [] });

  await page.getByLabel("Note").fill("Agreed with support");
  await page.getByRole("button", { name: "Save as policy 1" }).click();
  await expect(page.getByText("Policy 1 is in force.")).toBeVisible();
  await expect(page.getByText("Agreed with support")).toBeVisible();

  await expect(page.getByText("2 runs are not measured by policy 1")).toBeVisible();
  await page.getByRole("button", { name: "Measure 2 runs again" }).click();
  await expect(page.getByText("2 runs are measured by policy 1.")).toBeVisible();
  expect(await storedVerdicts(datasetId)).toEqual({ [good.number]: ["pass"], [bad.number]: ["fail"] });

  await page.goto(`/runs/${good.id}`);
  await expect(page.getByText("Passes: the one rule of policy 1 is met.")).toBeVisible();
  await page.getByRole("button", { name: "Approve as baseline" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.getByText("approved baseline", { exact: true })).toBeVisible();

  await page.goto(`/datasets/${datasetId}/gate`);
  await page.getByRole("checkbox", { name: "No regression" }).check();
  await expect(previewOf(page, bad.number)).toContainText("a loss is proven");
  await page.getByRole("button", { name: "Save as policy 2" }).click();
  await expect(page.getByText("Policy 2, in force")).toBeVisible();
  await expect(page.getByText("Regression: a loss of 2.0 points is ruled out")).toBeVisible();
});

test("a run that fails its gate shows what broke, and is approved only with a reason", async ({ page }) => {
  const { datasetId, runs } = await measuredRuns([58, 30]);
  const [good, bad] = runs;
  if (good === undefined || bad === undefined) throw new Error("There are two runs.");
  await policyOf(datasetId, { regression: { margin: 0.02 }, minimumCases: 50 });
  await page.goto(`/runs/${good.id}`);
  await page.getByRole("button", { name: "Approve as baseline" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.getByText("approved baseline", { exact: true })).toBeVisible();

  await page.goto(`/runs/${bad.id}`);
  await page.getByRole("button", { name: "Evaluate now" }).click();
  await expect(page.getByText("Fails: 1 of 2 rules of policy 1 is not met.")).toBeVisible();
  await expect(rules(page).first()).toContainText("fail");
  await expect(rules(page).first()).toContainText("a loss is proven");
  const answer = await page.request.get(`/api/v1/runs/${bad.id}/gate`);
  expect(await answer.json()).toMatchObject({ verdict: "fail", exitCode: 1, baseline: { runId: good.id } });

  await page.getByRole("button", { name: "Approve as baseline" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Approve with a waiver" }).click();
  await expect(dialog.getByText("say why in at least three words")).toBeVisible();
  await dialog.getByLabel("Reason").fill("The cheaper model is wanted");
  await dialog.getByRole("button", { name: "Approve with a waiver" }).click();
  await expect(page.getByText("approved baseline", { exact: true })).toBeVisible();

  await page.goto(`/datasets/${datasetId}/gate`);
  await expect(page.getByText("waiver", { exact: true })).toBeVisible();
  await expect(page.getByText("The cheaper model is wanted")).toBeVisible();
  await page.goto(`/runs?dataset=${datasetId}`);
  const row = page.getByRole("grid", { name: "Runs" }).getByRole("row").nth(1);
  await expect(row).toContainText("fail");

  await page.goto(`/runs/${bad.id}`);
  await page.getByRole("link", { name: "See what got worse" }).click();
  await page.waitForURL(/\/compare\?runs=/);
  expect(new URL(page.url()).searchParams.get("runs")).toBe(`${good.id},${bad.id}`);
});

test("the gate of a run is evaluated when it ends", async ({ page, modelServer }) => {
  const dataset = await ownDataset(echoCases(20));
  const model = await echoModel({ baseUrl: modelServer.baseUrl });
  await policyOf(dataset.id, { withoutVerdictShare: 0.05, passRate: 0.95 });
  const runId = await startRun(page, dataset.id, model.name);
  await expect(page.getByText("Fails: 1 of 2 rules of policy 1 is not met.")).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole("link", { name: "policy 1" }).click();
  await expect(page).toHaveURL(`/datasets/${dataset.id}/gate`);
  await expect(page.getByText("Gate of run")).toBeVisible();
  expect(runId).not.toBe("");
});
