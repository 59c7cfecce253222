import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import { ownerContext } from "./support/seed/owner-context.ts";
import { withVerbs } from "./support/seed/with-verbs.ts";
import { expect, test } from "./support/test.ts";
import { waitForRuns } from "./support/wait-for-runs.ts";

test("a price of one's own goes before the list, can be taken back, and leaves with the export", async ({
  page,
}) => {
  await page.goto("/settings/prices");
  await page.getByRole("searchbox", { name: "Search prices" }).fill("gpt-4o-mini");
  await expect(page).toHaveURL(/q=gpt-4o-mini/);
  await page.getByRole("button", { name: "Enter your own price of gpt-4o-mini" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Input, $", { exact: true })).toHaveValue("0.15");
  await dialog.getByLabel("Input, $", { exact: true }).fill("cheap");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Enter a number")).toBeVisible();
  await dialog.getByLabel("Input, $", { exact: true }).fill("0.12");
  await dialog.getByRole("button", { name: "Save" }).click();

  const own = page.getByRole("region", { name: "Prices of your workspace" });
  await expect(own).toContainText("$0.12");
  await expect(page.getByRole("region", { name: "Shipped price list" })).toContainText(
    "replaced by your own",
  );
  const exported = await page.request.get("/settings/prices/export?q=gpt-4o-mini");
  expect(await exported.text()).toContain("gpt-4o-mini,Your workspace,0.12");

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("None of your own prices match")).toBeVisible();
});

test("a start is estimated from history, keeps its options in its address, and is billed as expected", async ({
  page,
  modelServer,
}) => {
  const { datasetId, modelId } = await withVerbs(async () => {
    const cases = echoCases(12);
    return await startedRun(await ownerContext(), { cases, baseUrl: modelServer.baseUrl });
  });
  await waitForRuns();
  await page.goto(
    `/runs/new?dataset=${datasetId}&models=${modelId}&repetitions=2&cache=1&budget=2.50&priority=high`,
  );
  await expect(
    page.getByText("2 repetitions, with the cache, a budget of $2.50, high priority"),
  ).toBeVisible();
  await expect(page.getByText(/Rests on 12 answers of this version on this dataset/)).toBeVisible();
  await page
    .getByRole("checkbox", { name: /^Exact / })
    .first()
    .click();
  await page.getByText("Options", { exact: true }).click();
  await page.getByLabel("Repetitions").fill("0");
  await expect(page.getByText("Enter a whole number from 1 to 100.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Start run" })).toBeDisabled();
  await page.getByLabel("Repetitions").fill("3");
  await expect(page).toHaveURL(/repetitions=3/);
  await expect(page.getByText("12 cases × 1 model × 3 repetitions = 36 answers")).toBeVisible();
  await page.getByLabel("Use answers from the cache").click();
  await page.getByRole("button", { name: "Start run" }).click();

  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  await expect(page.getByText(/^Bill: \$0\.\d+/).first()).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(/the estimate was .*12 answers of this version on this dataset/)).toBeVisible();
});

test("a monthly budget that is used up refuses what costs something, and says where to raise it", async ({
  page,
  modelServer,
}) => {
  const { datasetId, modelId } = await withVerbs(async () => {
    const cases = echoCases(3);
    return await startedRun(await ownerContext(), { cases, baseUrl: modelServer.baseUrl });
  });
  await waitForRuns();
  await page.goto("/settings/budget");
  await expect(page.getByRole("region", { name: "Costliest runs" }).getByRole("link").first()).toBeVisible();
  await page.getByLabel("US dollars for each calendar month").fill("0");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The budget is used up")).toBeVisible();

  await page.goto(`/runs/new?dataset=${datasetId}&models=${modelId}`);
  await page
    .getByRole("checkbox", { name: /^Exact / })
    .first()
    .click();
  await expect(
    page.getByText(/The budget of this workspace is used up: .* An admin can raise it/),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Start run" })).toBeDisabled();

  await page.goto("/settings/budget");
  await page.getByLabel("US dollars for each calendar month").fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("There is no monthly budget.")).toBeVisible();
  await expect(page.getByText("spent, without a limit")).toBeVisible();
});
