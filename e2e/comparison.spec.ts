import type { Page } from "@playwright/test";
import { openRunOf } from "./support/run-pages.ts";
import { expect, test } from "./support/test.ts";

const cases = (page: Page) => page.getByRole("grid", { name: "Compared cases" });
const bar = (page: Page) => page.getByRole("region", { name: "Compared runs" });
const outcome = (page: Page, name: string) =>
  page.getByRole("group", { name: "Show only cases with this outcome" }).getByRole("button", { name });
const countOf = async (page: Page, name: string) =>
  Number((await outcome(page, name).innerText()).split("\n")[0]?.replaceAll(",", ""));
const runsOf = (page: Page) => new URL(page.url()).searchParams.get("runs")?.split(",") ?? [];

/** The three sample runs on tickets, chosen in the list of runs. */
async function compareTickets(page: Page, models: readonly string[]): Promise<void> {
  await openRunOf(page, "Naive Bayes (tickets)");
  await page.getByRole("link", { name: /together with 2 other runs/ }).click();
  const runs = page.getByRole("grid", { name: "Runs" });
  await expect(runs.getByRole("row")).toHaveCount(4);
  for (const model of models) {
    await runs.getByRole("row").filter({ hasText: model }).getByRole("checkbox").click();
  }
  await page.getByRole("link", { name: "Compare", exact: true }).last().click();
  await page.waitForURL(/\/compare\?runs=/);
  await expect(cases(page)).toBeVisible();
}

test("counts of what became of the cases add up and filter, and another baseline mirrors them", async ({
  page,
}) => {
  await compareTickets(page, ["Naive Bayes (tickets)", "Keyword rules (tickets)"]);
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText(/points/);
  const [regressed = 0, fixed = 0, same = 0] = await Promise.all(
    ["Regressed", "Fixed", "Same"].map(async (name) => await countOf(page, name)),
  );
  expect(regressed + fixed + same).toBe(180);

  await expect(page.getByRole("list", { name: "Latency against the baseline" })).toContainText(
    /Run \d+ is (faster|slower) than run \d+:|Cannot tell whether run \d+ is faster or slower than run \d+:/,
  );
  await expect(page.getByRole("list", { name: "Latency against the baseline" })).toContainText(
    /95\s% interval .* on 180 cases of both \(p [<=]/,
  );

  const prepared = page.waitForResponse((response) => response.url().includes("/cases/search?runs="));
  await page.getByRole("searchbox", { name: "Search compared cases" }).hover();
  expect((await prepared).status()).toBe(200);

  await outcome(page, "Fixed").click();
  await expect(page).toHaveURL(/show=fixed/);
  await expect(cases(page)).toHaveAttribute("aria-rowcount", String(fixed + 1));
  await expect(cases(page).getByRole("row").nth(1)).toContainText("Fixed");
  await page.getByRole("button", { name: "Remove the filter Outcome" }).click();
  await expect(page).not.toHaveURL(/show=/);

  const [first = "", second = ""] = runsOf(page);
  await bar(page).getByRole("button", { name: "Make baseline" }).click();
  await expect.poll(() => runsOf(page)).toEqual([second, first]);
  await expect.poll(async () => await countOf(page, "Regressed")).toBe(fixed);
  expect(await countOf(page, "Fixed")).toBe(regressed);
  expect(await countOf(page, "Same")).toBe(same);

  await bar(page)
    .getByRole("button", { name: /^Move run/ })
    .first()
    .press("ArrowRight");
  await expect.poll(() => runsOf(page)).toEqual([first, second]);
});

test("three runs: one test over all, any of them in focus, and cells that lead to their cases", async ({
  page,
}) => {
  await compareTickets(page, [
    "Naive Bayes (tickets)",
    "Keyword rules (tickets)",
    "Nearest neighbours (tickets)",
  ]);
  const rows = page.getByRole("table", { name: "Paired difference of every run" });
  await expect(page.getByText(/Cochran's Q test: Q = /)).toBeVisible();
  await rows.getByRole("link").nth(1).click();
  await expect(page).toHaveURL(/against=/);
  await expect(rows.getByRole("link").nth(1)).toHaveAttribute("aria-current", "true");

  const matrix = page.getByRole("region", { name: "Outcomes in baseline and candidate" });
  const cell = matrix
    .getByRole("link", { name: /passed in run \d+, failed in run \d+|failed in run \d+, passed/ })
    .first();
  const count = (await cell.innerText()).replaceAll(",", "");
  await cell.click();
  await expect(page).toHaveURL(/cell=(passed\.failed|failed\.passed)/);
  await expect(cases(page)).toHaveAttribute("aria-rowcount", String(Number(count) + 1));
  await expect(page.getByRole("list", { name: "Filters in force" })).toContainText("→");

  await bar(page)
    .getByRole("listitem")
    .filter({ hasText: "Nearest neighbours" })
    .getByRole("button", { name: /^Remove run/ })
    .click();
  await expect.poll(() => runsOf(page).length).toBe(2);
  await bar(page).getByRole("button", { name: "Add a run: Run to add" }).click();
  await page.getByPlaceholder("Search model, dataset or run number…").fill("Nearest neighbours");
  await page
    .getByRole("option", { name: /Nearest neighbours/ })
    .first()
    .click();
  await expect.poll(() => runsOf(page).length).toBe(3);
});

test("a compared case shows any two answers with their difference, and its address restores the view", async ({
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

  await outcome(page, "Same").click();
  await expect(page).toHaveURL(/show=same/);
  await expect(cases(page).getByRole("row").nth(1)).toContainText("Same");
  await cases(page).getByRole("row").nth(1).click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("region", { name: /^Run \d+, baseline$/ })).toBeVisible();
  await expect(drawer.getByRole("region", { name: /^Run \d+$/ })).toBeVisible();
  await drawer.getByRole("combobox", { name: "Left side" }).selectOption({ label: "expected" });
  await drawer.getByRole("radio", { name: "Words" }).click();
  await expect(drawer.getByText("only in expected")).toBeVisible();
  await expect(page).toHaveURL(/left=expected/);
  const key = await drawer.getByRole("heading").first().innerText();

  const colleague = await page.context().newPage();
  await colleague.goto(page.url());
  const theirs = colleague.getByRole("dialog");
  await expect(theirs.getByRole("heading", { name: key })).toBeVisible();
  await expect(theirs.getByRole("combobox", { name: "Left side" })).toHaveValue("expected");
  await expect(theirs.getByRole("button", { name: "Next case" })).toBeEnabled();
  await colleague.keyboard.press("j");
  await expect(theirs.getByRole("heading", { name: key })).toHaveCount(0);
  await colleague.keyboard.press("Escape");
  await expect(outcome(colleague, "Same")).toHaveAttribute("aria-pressed", "true");
  await colleague.close();
});
