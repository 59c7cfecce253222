import { caseRow, publish } from "./support/dataset-pages.ts";
import { startRun, waitForScorecard } from "./support/run-pages.ts";
import { echoModel, ownDataset } from "./support/seed/echo-things.ts";
import { expect, test } from "./support/test.ts";

test("a worse model version is named on the home page, and the trend shows each run and the new dataset version", async ({
  page,
  modelServer,
}) => {
  test.setTimeout(180_000);
  // Four answers that come again and again are labels, so that only the very word passes.
  const cases = Array.from({ length: 40 }, (_, index) => {
    const label = ["north", "east", "south", "west"][index % 4];
    return { key: `c-${index + 11}`, input: { text: label }, expected: label };
  });
  const dataset = await ownDataset(cases);
  const model = await echoModel(modelServer);
  await startRun(page, dataset.id, model.name);
  expect(await waitForScorecard(page)).toMatch(/^Passed 40 of 40/);

  await page.goto(`/models/${model.id}/edit`);
  await page
    .getByLabel("Text of message 1")
    .fill("Think of it step by step before you say anything at all: {{input.text}}");
  await page.getByRole("button", { name: "Save as new version" }).click();
  await expect(page.getByText("Version 2 created. Older runs keep the version they had.")).toBeVisible();
  modelServer.setBehaviour({ kind: "answer", latencyMs: 1_500 });
  const worse = await startRun(page, dataset.id, model.name);

  await page.goto("/");
  const running = page.getByRole("heading", { name: "Running now" });
  await expect(running).toBeVisible();
  await expect(page.getByText(/^\d+ of 40/)).toBeVisible();
  await expect(running, "the page follows by itself").toBeHidden({ timeout: 60_000 });
  modelServer.setBehaviour({ kind: "answer" });
  const latest = page
    .getByRole("region", { name: "Latest runs" })
    .getByRole("row")
    .filter({ hasText: model.name });
  await expect(latest).toHaveCount(2);
  await expect(latest.first()).toContainText("−100.0");
  await expect(page.getByRole("heading", { name: "What got worse" })).toBeVisible();
  const regression = page.getByRole("listitem").filter({ hasText: model.name });
  await expect(regression).toContainText(dataset.name);
  await regression.getByRole("link", { name: "40 regressed cases" }).click();
  await expect(page).toHaveURL(/\/compare\?.*show=regressed/);
  await expect(page.getByRole("grid", { name: "Compared cases" })).toHaveAttribute("aria-rowcount", "41");
  await expect(page.getByRole("heading", { name: "What was configured differently" })).toBeVisible();

  await page.goto(`/datasets/${dataset.id}`);
  await caseRow(page, "c-11").getByRole("checkbox").click();
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(caseRow(page, "c-11")).toHaveCount(0);
  await publish(page, "One case less");
  await startRun(page, dataset.id, model.name);
  expect(await waitForScorecard(page)).toMatch(/^Passed 0 of 39/);

  await page.goto(`/trends?dataset=${dataset.id}`);
  await expect(page.getByRole("grid", { name: `Runs on ${dataset.name}` }).getByRole("row")).toHaveCount(4);
  const chart = page.getByRole("figure", { name: `Pass rate of runs on ${dataset.name}` });
  await expect(chart).toContainText("dataset v2");
  await chart.getByText("Show as a table").click();
  const points = chart.getByRole("link");
  await expect(points).toHaveText([/^100\s?%|^100\.0\s?%/, /^0/, /^0/]);
  await page.getByLabel("Metric").selectOption("p95 latency");
  await expect(page).toHaveURL(/metric=latency-p95/);
  await expect(page.getByRole("figure", { name: `p95 latency of runs on ${dataset.name}` })).toBeVisible();
  await page.goto(`/trends?dataset=${dataset.id}`);
  await chart.getByText("Show as a table").click();
  await points.nth(1).click();
  await expect(page).toHaveURL(new RegExp(`/runs/${worse}`));
});
