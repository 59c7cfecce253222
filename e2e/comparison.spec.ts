import type { Page } from "@playwright/test";
import { openRunOf } from "./support/run-pages.ts";
import { expect, test } from "./support/test.ts";

const cases = (page: Page) => page.getByRole("grid", { name: "Compared cases" });
const outcome = (page: Page, name: string) =>
  page.getByRole("group", { name: "Show only cases with this outcome" }).getByRole("button", { name });
const countOf = async (page: Page, name: string) =>
  Number((await outcome(page, name).innerText()).split("\n")[0]?.replaceAll(",", ""));

test("two runs are picked from the list, and the counts of what became of the cases add up and filter", async ({
  page,
}) => {
  await openRunOf(page, "Naive Bayes (tickets)");
  const [first = ""] = (await page.getByRole("heading", { level: 1 }).innerText()).match(/^Run \d+/) ?? [];
  await page.getByRole("link", { name: /together with 2 other runs/ }).click();
  const runs = page.getByRole("grid", { name: "Runs" });
  await expect(runs.getByRole("row")).toHaveCount(4);
  await runs.getByRole("row").filter({ hasText: "Naive Bayes (tickets)" }).getByRole("checkbox").click();
  await expect(page.getByText("Select one more run to compare.")).toBeVisible();
  await runs.getByRole("row").filter({ hasText: "Keyword rules (tickets)" }).getByRole("checkbox").click();
  await page.getByRole("link", { name: "Compare", exact: true }).last().click();

  await page.waitForURL(/\/compare\?runs=/);
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText(/pp|points/);
  await expect(page.getByRole("region", { name: "Compared runs" })).toContainText(first);
  const [broken, fixed, bothFail, bothPass] = await Promise.all(
    ["Broken", "Fixed", "Both fail", "Both pass"].map(async (name) => await countOf(page, name)),
  );
  expect((broken ?? 0) + (fixed ?? 0) + (bothFail ?? 0) + (bothPass ?? 0)).toBe(180);

  await outcome(page, "Fixed").click();
  await expect(page).toHaveURL(/show=fixed/);
  await expect(cases(page)).toHaveAttribute("aria-rowcount", String((fixed ?? 0) + 1));
  await expect(cases(page).getByRole("row").nth(1)).toContainText("Fixed");
  await outcome(page, "Fixed").click();

  await page.getByRole("link", { name: "Swap baseline and candidate" }).click();
  await expect.poll(async () => await countOf(page, "Broken")).toBe(fixed);
  expect(await countOf(page, "Fixed")).toBe(broken);
  expect(await countOf(page, "Both pass")).toBe(bothPass);
});

test("a compared case shows both answers with their difference, and its address restores the view", async ({
  page,
}) => {
  await page.goto("/compare");
  await page.getByRole("button", { name: "Choose the baseline: Baseline run" }).click();
  await page.getByPlaceholder("Search model, dataset or run number…").fill("First patterns (invoices)");
  await page
    .getByRole("option", { name: /First patterns \(invoices\)/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Choose the candidate: Candidate run" }).click();
  await page.getByPlaceholder("Search model, dataset or run number…").fill("Refined patterns (invoices)");
  await page
    .getByRole("option", { name: /Refined patterns \(invoices\)/ })
    .first()
    .click();

  await outcome(page, "Both fail").click();
  await expect(page).toHaveURL(/show=both_fail/);
  await expect(cases(page).getByRole("row").nth(1)).toContainText("Both fail");
  await cases(page).getByRole("row").nth(1).click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("region", { name: /^A: run \d+$/ })).toContainText("failed");
  await expect(drawer.getByRole("region", { name: /^B: run \d+$/ })).toContainText("failed");
  await expect(
    drawer.getByRole("region", { name: /^Differences between run \d+ and run \d+$/ }),
  ).toBeVisible();
  await drawer.getByRole("radio", { name: "Expected with B" }).click();
  await drawer.getByRole("radio", { name: "Words" }).click();
  await expect(drawer.getByText("only in expected")).toBeVisible();
  await expect(page).toHaveURL(/between=expected-b/);
  const key = await drawer.getByRole("heading").first().innerText();

  const colleague = await page.context().newPage();
  await colleague.goto(page.url());
  const theirs = colleague.getByRole("dialog");
  await expect(theirs.getByRole("heading", { name: key })).toBeVisible();
  await expect(theirs.getByRole("radio", { name: "Expected with B" })).toBeChecked();
  await expect(theirs.getByText("only in expected")).toBeVisible();
  await colleague.keyboard.press("j");
  await expect(theirs.getByRole("heading", { name: key })).toHaveCount(0);
  await colleague.keyboard.press("Escape");
  await expect(outcome(colleague, "Both fail")).toHaveAttribute("aria-pressed", "true");
  await colleague.close();
});
