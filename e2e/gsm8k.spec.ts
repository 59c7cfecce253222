import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { projectFolder } from "#lib/launch/processes/node-program.ts";
import {
  becomes,
  chooseFile,
  createDataset,
  importAll,
  publish,
  uniqueName,
} from "./support/dataset-pages.ts";
import { queryProduct } from "./support/product-database.ts";
import { chooseRuns } from "./support/run-pages.ts";
import { expect, test } from "./support/test.ts";

const file = join(projectFolder, "..", "shared", "data", "gsm8k-example-model-solutions.jsonl");
/** How many of the 1,319 answers of each model its publishers count as right. */
const rightAnswers = {
  "6b_finetuning": 286,
  "6b_verification": 515,
  "175b_finetuning": 458,
  "175b_verification": 742,
} as const;
type ModelName = keyof typeof rightAnswers;
type Problem = { question: string; ground_truth: string } & Record<
  ModelName,
  { solution: string; is_correct: boolean }
>;

// The data belongs to others and is not part of the repository; where it is not there, there is nothing to measure.
if (existsSync(file)) {
  test("the recorded answers of four models to 1,319 problems get exactly the verdicts of their publishers", async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const problems: Problem[] = readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const dataset = await importProblems(page, problems);
    const names = new Map<string, ModelName>();
    for (const model of Object.keys(rightAnswers) as ModelName[])
      names.set(await importAnswers(page, model, problems), model);

    await (await chooseRuns(page, dataset.id, [...names.keys()])).click();
    await page.waitForURL((url) => url.pathname !== "/runs/new");
    await expect(async () => {
      const open = await queryProduct("select 1 from run where dataset_id = $1 and state <> 'finished'", [
        dataset.id,
      ]);
      expect(open).toEqual([]);
    }).toPass({ timeout: 90_000 });

    const verdicts = await queryProduct(
      `select m.name as model, c.key, a.verdict::text from attempt a
       join run r on r.id = a.run_id join "case" c on c.id = a.case_id
       join model_version v on v.id = r.model_version_id join model m on m.id = v.model_id
       where r.dataset_id = $1`,
      [dataset.id],
    );
    expect(verdicts).toHaveLength(4 * problems.length);
    const wrong = verdicts.filter(({ model, key, verdict }) => {
      const name = names.get(String(model));
      const problem = problems[Number(String(key).slice(1)) - 1];
      return name === undefined || (verdict === "passed") !== problem?.[name].is_correct;
    });
    expect(wrong).toEqual([]);

    for (const [name, model] of names) {
      await page.goto(`/runs?${new URLSearchParams({ q: name })}`);
      await page.getByRole("grid", { name: "Runs" }).getByRole("row").nth(1).getByRole("link").click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
      await expect(
        page.getByText(new RegExp(`^Passed ${rightAnswers[model]} of 1,319 scored cases`)),
      ).toBeVisible();
    }
    await photograph(page, "scorecard");
    await decideBetween(page, dataset.id);
  });
}

const rates = [0.2168, 0.3904, 0.3472, 0.5625];

/** What follows from the four runs: they are compared, one passes a gate and becomes the baseline, and is the model that clears the bar. */
async function decideBetween(page: Page, datasetId: string): Promise<void> {
  const runs = await queryProduct(
    `select r.id, s.pass_rate as rate from run r join scorecard s on s.run_id = r.id
     where r.dataset_id = $1 order by s.passed`,
    [datasetId],
  );
  expect(runs.map(({ rate }) => Number(Number(rate).toFixed(4)))).toEqual(
    [...rates].sort((one, other) => one - other),
  );
  const best = String(runs.at(-1)?.id);
  await page.goto(`/compare?runs=${runs.map(({ id }) => id).join(",")}`);
  await expect(page.getByRole("grid").getByRole("row").nth(1)).toBeVisible();
  await photograph(page, "comparison");

  await page.goto(`/datasets/${datasetId}/gate`);
  await page.getByRole("checkbox", { name: "Pass rate" }).check();
  await page.getByRole("textbox", { name: "Pass rate, at least, in %" }).fill("50");
  await page.getByRole("button", { name: "Save as policy 1" }).click();
  await expect(page.getByText("Policy 1 is in force.")).toBeVisible();
  await photograph(page, "gate");
  await page.goto(`/runs/${best}`);
  await page.getByRole("button", { name: "Evaluate now" }).click();
  await expect(page.getByText("Passes: the one rule of policy 1 is met.")).toBeVisible();

  await page.goto(`/decisions/new?dataset=${datasetId}&floor=50`);
  await expect(page.getByRole("region", { name: "Answer" })).toContainText("175b_verification");
  await photograph(page, "decision");
}

async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({
    path: join(projectFolder, "test-results", `gsm8k-${name}.png`),
    fullPage: true,
  });
}

async function importProblems(page: Page, problems: readonly Problem[]) {
  const dataset = await createDataset(page, uniqueName("Grade-school mathematics"));
  await chooseFile(
    page,
    jsonLines(
      "problems.jsonl",
      problems.map(({ question, ground_truth }, index) => ({ key: keyOf(index), question, ground_truth })),
    ),
  );
  await becomes(page, "question", "Input");
  await becomes(page, "ground_truth", "Expected");
  await importAll(page);
  await publish(page, "As it was published.");
  return dataset;
}

/** Gives the name of the model that the answers have become. */
async function importAnswers(page: Page, model: ModelName, problems: readonly Problem[]): Promise<string> {
  const name = uniqueName(model);
  await page.goto("/models");
  await page.getByRole("link", { name: "Import answers" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.locator('input[type="file"]').setInputFiles(
    jsonLines(
      "answers.jsonl",
      problems.map((problem, index) => ({ key: keyOf(index), output: problem[model].solution })),
    ),
  );
  await page.getByRole("button", { name: "Import answers" }).click();
  await expect(page.getByRole("heading", { name: "Version 1 imported" })).toBeVisible();
  return name;
}

function keyOf(index: number): string {
  return `p${String(index + 1).padStart(4, "0")}`;
}

function jsonLines(name: string, rows: readonly object[]) {
  const buffer = Buffer.from(rows.map((row) => JSON.stringify(row)).join("\n"));
  return { name, mimeType: "application/jsonl", buffer };
}
