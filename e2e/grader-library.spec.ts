import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { uniqueName } from "./support/dataset-pages.ts";
import { openNewGrader, verdictOf } from "./support/grader-pages.ts";
import { queryProduct } from "./support/product-database.ts";
import { waitForScorecard } from "./support/run-pages.ts";
import { ownRun } from "./support/seed/own-run.ts";
import { expectAccessible } from "./support/sound-page.ts";
import { expect, test } from "./support/test.ts";

test("kinds are found by what they speak of", async ({ page }) => {
  await page.goto("/graders/new");
  await page.getByRole("searchbox", { name: "Find a kind of grader" }).fill("query");
  await expect(page.getByRole("link", { name: /^SQL result/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Exact match/ })).toBeHidden();
  await page.getByRole("searchbox", { name: "Find a kind of grader" }).fill("perplexity");
  await expect(page.getByText("No kind speaks of “perplexity”.")).toBeVisible();
});

test("a query is run on tables of one's own, both results stand side by side, and nothing can be dropped", async ({
  page,
}) => {
  await page.goto("/graders/new?kind=sql-result");
  const verdict = verdictOf(page);
  await expect(verdict).toContainText("✗ failed");
  await expect(verdict.getByRole("table")).toHaveCount(2);
  await expectAccessible(page);
  await page
    .getByLabel("Answer of the model")
    .fill("SELECT name FROM customer WHERE city = 'Lisbon' ORDER BY name");
  await expect(verdict).toContainText("✓ passed");
  await page.getByLabel("Answer of the model").fill("DROP TABLE customer");
  await expect(verdict).toContainText("✗ failed");
  await page
    .getByLabel("Answer of the model")
    .fill("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
  await expect(verdict).toContainText("did not end within 5 s", { timeout: 30_000 });
  await page
    .getByLabel("Answer of the model")
    .fill("SELECT name FROM customer WHERE city = 'Lisbon' ORDER BY name");
  await expect(verdict).toContainText("✓ passed");
});

test("code of one's own judges in a sandbox, and is seen on ten cases before it is saved", async ({
  page,
}) => {
  const name = uniqueName("Own code");
  await openNewGrader(page, "custom-javascript");
  await expect(verdictOf(page)).toContainText("✗ failed", { timeout: 20_000 });
  const code = page.getByLabel("Function", { exact: true });
  await code.fill("() => { for (;;) {} }");
  await expect(verdictOf(page)).toContainText("? unscored", { timeout: 20_000 });
  await code.fill("() => fetch('http://127.0.0.1')");
  await expect(verdictOf(page)).toContainText("fetch", { timeout: 20_000 });
  await code.fill("({ expected, output }) => output.includes(expected)");
  await page.getByLabel("Expected").fill("invoice");
  await page.getByLabel("Answer of the model").fill("Your invoice is paid.");
  await expect(verdictOf(page)).toContainText("✓ passed", { timeout: 20_000 });

  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create grader" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await dialog.getByLabel("Dataset").selectOption({ label: "Support tickets" });
  await expect(dialog.getByRole("listitem")).toHaveCount(10);
  await dialog.getByRole("button", { name: /^(Create|Save)/ }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("a judge is tried, added to a run that has ended, and what it cost stands apart from the answers", async ({
  page,
  modelServer,
}) => {
  test.setTimeout(150_000);
  const run = await ownRun(echoCases(12), modelServer, 4);
  await page.goto(`/runs/${run.runId}`);
  await waitForScorecard(page);
  modelServer.setBehaviour({
    kind: "answer",
    answer: (messages) => {
      const asked = messages.at(-1)?.content ?? "";
      return JSON.stringify({ c1: { reason: "It says what was asked.", pass: !asked.includes("c-0003") } });
    },
  });

  const name = uniqueName("Judge");
  await openNewGrader(page, "judge-rubric");
  const judge = page.getByLabel("Judge 1");
  const version = await judge
    .getByRole("option", { name: new RegExp(`^${run.modelName} v1`) })
    .getAttribute("value");
  await judge.selectOption(version);
  await page.getByRole("button", { name: "Grade this answer" }).click();
  await expect(verdictOf(page)).toContainText("✓ passed");
  await expect(verdictOf(page)).toContainText("It says what was asked.");
  await expectAccessible(page);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create grader" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await page.goto(`/runs/${run.runId}`);
  await page.getByRole("button", { name: /^More for run \d+$/ }).click();
  await page.getByRole("menuitem", { name: "Add graders…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: new RegExp(name) }).check();
  await dialog.getByRole("button", { name: "Add grader" }).click();
  await expect(page.getByText(/^Passed 11 of 12 scored cases/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Judging: .* for 12 calls of graders/)).toBeVisible();
  const [paid] = await queryProduct(
    `select sum(g.cost_micro_usd)::int as grades, (select sum(judge_cost_micro_usd)::int from run_shard where run_id = $1) as run
     from grade g where g.run_id = $1`,
    [run.runId],
  );
  expect(paid?.grades).toBeGreaterThan(0);
  expect(paid?.grades).toBe(paid?.run);
});
