import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { uniqueName } from "./support/dataset-pages.ts";
import { startRun, waitForScorecard } from "./support/run-pages.ts";
import { echoCases, echoModel, ownDataset } from "./support/seed/echo-things.ts";
import { expectAccessible } from "./support/sound-page.ts";
import { expect, test } from "./support/test.ts";

/** Weighs the models of the tickets against a floor of their pass rate. */
async function weigh(page: Page, floor: string): Promise<void> {
  await page.goto("/decisions/new");
  const bar = page.getByRole("form", { name: "The bar" });
  await bar.getByLabel("Dataset").selectOption({ label: "Support tickets" });
  await expect(page).toHaveURL(/dataset=/);
  await bar.getByLabel("Pass rate, at least (%)").fill(floor);
  await bar.getByRole("button", { name: "Weigh the models" }).click();
  await page.waitForURL((url) => url.searchParams.get("floor") === floor);
}

const answer = (page: Page) => page.getByRole("region", { name: "Answer" });
const record = (page: Page) => page.getByRole("form", { name: "Record the decision" });

test("the cheapest model that clears the bar is named, recorded with its evidence, exported and superseded", async ({
  page,
}) => {
  await weigh(page, "30");
  await expect(answer(page)).toContainText(/provably clears? the bar/);
  const sentence = (await answer(page).getByRole("heading").innerText()).trim();
  const models = page.getByRole("region", { name: "Models against the bar" });
  await expect(models.getByText("Clears the bar").first()).toBeVisible();
  await expect(models.getByText(/even the lower limit reaches the bar of 30/).first()).toBeVisible();

  const question = uniqueName("Which model sorts the tickets?");
  await record(page).getByLabel("Question").fill(question);
  await record(page).getByLabel("Reason").fill("It is <b>good</b> enough.");
  await record(page).getByRole("button", { name: "Approve and record" }).click();
  await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
  await expect(page.getByText("In force", { exact: true })).toBeVisible();
  await expect(answer(page).getByRole("heading")).toHaveText(sentence);
  await expect(page.getByText("It is <b>good</b> enough.")).toBeVisible();
  const address = page.url();

  const markdown = await download(page, "Markdown");
  expect(markdown).toContain("It is &lt;b&gt;good&lt;/b&gt; enough.");
  expect(markdown).toContain(sentence.split(":")[0]);
  expect(await download(page, "PDF")).toMatch(/^%PDF-/);

  await page.getByRole("link", { name: "Decide again" }).click();
  await expect(page.getByLabel("Pass rate, at least (%)")).toHaveValue("30");
  await record(page).getByRole("button", { name: "Approve and record" }).click();
  await expect(page.getByText(/^Took the place of/)).toBeVisible();
  await page.goto(address);
  await expect(page.getByText("Another decision has taken its place")).toBeVisible();
  await expect(page.getByText("Superseded", { exact: true })).toBeVisible();
});

test("where no model clears the bar, one is chosen only with a waiver", async ({ page }) => {
  await weigh(page, "99.9");
  await expect(answer(page)).toContainText(/No model/);
  await record(page).getByRole("button", { name: "Approve and record" }).click();
  await expect(record(page).getByRole("alert").first()).toContainText("waiver");
  await record(page).getByLabel("Waiver").fill("Only for the demonstration.");
  await record(page).getByLabel("Question").fill(uniqueName("Which one for the demonstration?"));
  await record(page).getByRole("button", { name: "Approve and record" }).click();
  await expect(page.getByText("Chosen by waiver")).toBeVisible();
  await page.goto("/decisions");
  await expect(page.getByRole("region", { name: "Decisions" }).getByText("by waiver").first()).toBeVisible();
});

test("a model without a run is started from the board with the pins of the run on it, and is weighed when it has finished", async ({
  page,
  modelServer,
}) => {
  const cases = echoCases(24);
  const dataset = await ownDataset(cases);
  const [first, second] = [await echoModel(modelServer), await echoModel(modelServer)];
  await startRun(page, dataset.id, first.name);
  await waitForScorecard(page);

  await page.goto(`/decisions/new?dataset=${dataset.id}&floor=40`);
  const models = page.getByRole("region", { name: "Models against the bar" });
  await expect(models.getByRole("link", { name: first.name })).toBeVisible();
  const more = page.getByText(/^\d+ more models without a run$/);
  if (await more.isVisible()) await more.click();
  await page.getByRole("button", { name: `Start that run: ${second.name}` }).click();
  const question = page.getByRole("alertdialog", { name: `Start a run of ${second.name}?` });
  await expect(question).toContainText(`${dataset.name}, version 1`);
  await expect(question).toContainText("24");
  await expect(question).toContainText(/The same pins as run \d+/);
  await expect(question).toContainText("Budget");
  await expectAccessible(page);
  await question.getByRole("button", { name: "Start the run" }).click();
  await expect(page.getByText("The run has started.")).toBeVisible();
  await expect(models.getByRole("link", { name: second.name })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: `Start that run: ${second.name}`, exact: true })).toHaveCount(
    0,
  );

  await page.goto(`/decisions/new?dataset=${dataset.id}&margin=5`);
  const open = page.getByRole("list", { name: "What would tell" });
  await expect(open).toContainText(/about \d+ more cases? that both have would tell\./);
  await open.getByRole("button", { name: /^Start that run: .* repetitions, to hold it against / }).click();
  await expect(page.getByRole("alertdialog")).toContainText(/24, each \d+ times: \d+ answers/);
});

async function download(page: Page, name: string): Promise<string> {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name, exact: true }).click();
  return await readFile(await (await started).path(), "latin1");
}
