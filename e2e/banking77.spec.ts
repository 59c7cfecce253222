import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { projectFolder } from "#lib/launch/processes/node-program.ts";
import { chooseFile, createDataset, importAll, publish, uniqueName } from "./support/dataset-pages.ts";
import { expect, test } from "./support/test.ts";

const data = join(projectFolder, "..", "shared", "data");
const trainingFile = join(data, "banking77-train.csv");
const testFile = join(data, "banking77-test.csv");
/** Accuracy of scikit-learn's MultinomialNB(alpha=0.1) on lower-cased \w+ unigrams of the same split. */
const referenceAccuracy = 0.8653;
const testCases = 3080;

// The data belongs to others and is not part of the repository; where it is not there, there is nothing to measure.
if (existsSync(trainingFile) && existsSync(testFile)) {
  test("naive Bayes trained on 10,003 bank questions is measured on 3,080 others in 77 classes", async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const training = await importFile(page, "Banking77 training", trainingFile, "tuning", "10,003");
    const held = await importFile(page, "Banking77 test", testFile, "held-out", "3,080");

    await page.goto("/models/new");
    await page.getByLabel("Name", { exact: true }).fill(uniqueName("Naive Bayes (bank questions)"));
    await page.getByRole("radio", { name: /^Built-in/ }).check();
    await page.getByRole("radio", { name: /^Naive Bayes/i }).check();
    await page
      .getByLabel("Dataset version")
      .selectOption({ label: `${training.name}, version 1 (10,003 cases)` });
    await page.getByRole("button", { name: "Create model" }).click();
    await page.waitForURL((url) => /^\/models\/[0-9a-f-]{36}$/.test(url.pathname));
    const modelId = new URL(page.url()).pathname.split("/").at(-1);

    await page.goto(`/runs/new?dataset=${held.id}&model=${modelId}`);
    await page.getByRole("button", { name: /^Create (it|them)$/ }).click();
    await expect(page.getByText("3,080 cases × 1 model = 3,080 answers")).toBeVisible();
    await page.getByRole("button", { name: "Start run" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Naive Bayes (bank questions)");

    const sentence = page.getByText(/^Passed [\d,]+ of 3,080 scored cases/);
    await expect(sentence).toBeVisible({ timeout: 90_000 });
    const [, passed = ""] = /^Passed ([\d,]+) of/.exec(await sentence.innerText()) ?? [];
    expect(Math.abs(Number(passed.replace(",", "")) - referenceAccuracy * testCases)).toBeLessThanOrEqual(2);

    await page.screenshot({ path: picture("scorecard"), fullPage: true });
    const matrix = page.getByRole("img", { name: /Confusion matrix of run \d+, 77 labels/ });
    await matrix.scrollIntoViewIfNeeded();
    await expect(matrix).toBeVisible();
    await page.screenshot({ path: picture("confusion-matrix") });
    await page
      .getByRole("region", { name: /^Top confusions/ })
      .getByRole("link")
      .first()
      .click();
    await expect(page).toHaveURL(/expected=.*actual=/);
    await page.screenshot({ path: picture("mistaken-cases") });
  });
}

async function importFile(page: Page, name: string, path: string, split: string, rows: string) {
  const dataset = await createDataset(page, uniqueName(name));
  await chooseFile(page, path);
  await expect(page.getByLabel('What "text" becomes')).toHaveValue("input");
  await expect(page.getByLabel('What "category" becomes')).toHaveValue("expected");
  await page.getByLabel("Split of every row").selectOption({ label: split });
  await importAll(page);
  await expect(page.getByText(`${rows} rows read: ${rows} cases added`)).toBeVisible();
  await publish(page, "As it was published.");
  return dataset;
}

function picture(name: string): string {
  return join(projectFolder, "test-results", `banking77-${name}.png`);
}
