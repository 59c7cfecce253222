import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { openRunOf, outcomeLine, startRun, waitForScorecard } from "./support/run-pages.ts";
import { echoCases, echoModel, ownDataset } from "./support/seed/echo-things.ts";
import { expect, test } from "./support/test.ts";

const tickets = "Naive Bayes (tickets)";
const cases = (page: Page) => page.getByRole("grid", { name: "Cases of this run" });

test("a scorecard says its verdict in a sentence, and every planned case is accounted for", async ({
  page,
}) => {
  await openRunOf(page, tickets);
  const sentence = await waitForScorecard(page);
  const [, passed = "", scored = ""] =
    /^Passed (\d+) of (\d+) scored cases: \d+\.\d\s% \[\d+\.\d, \d+\.\d\]/.exec(sentence) ?? [];
  const line = await outcomeLine(page);
  const { planned, failed = 0, errored = 0, unscored = 0, missing = 0 } = line;
  expect(line.passed).toBe(Number(passed));
  expect((line.passed ?? 0) + failed).toBe(Number(scored));
  expect((line.passed ?? 0) + failed + errored + unscored + missing).toBe(planned);
  expect(planned).toBe(180);

  const graders = page.getByRole("region", { name: "Graders" });
  await expect(graders.getByRole("row").filter({ hasText: "Right label" })).toContainText(
    /Exact match.*\d+\.\d\s%\s*\[\d+\.\d, \d+\.\d\]\s*n 180/,
  );
  await expect(page.getByText("Latency p95").first()).toBeVisible();
  const slices = page.getByRole("table", { name: /^Pass rate by / });
  await expect(slices.getByRole("row").nth(1)).toContainText(/\d+\.\d\s%.*\[.*\].*n \d+/);

  await page
    .getByRole("region", { name: "Scores of each label" })
    .getByRole("link", { name: "billing" })
    .click();
  await expect(page).toHaveURL(/expected=billing/);
});

test("a cell of the confusion matrix, a slice and a search narrow the cases down", async ({ page }) => {
  await openRunOf(page, tickets);
  const matrix = page.getByRole("img", { name: /^Confusion matrix of run \d+, 8 labels$/ });
  await matrix.scrollIntoViewIfNeeded();
  const box = await matrix.boundingBox();
  // The square of the pairs ends at the lower right corner; eight labels are drawn with 44 pixels each.
  const side = 8 * 44;
  await matrix.click({ position: { x: (box?.width ?? 0) - side + 22, y: (box?.height ?? 0) - side + 22 } });
  await expect(page).toHaveURL(/expected=([\w-]+)&actual=\1\b/);
  await expect(cases(page).getByRole("row").nth(1)).toContainText("Passed");

  await openRunOf(page, tickets);
  const top = page
    .getByRole("region", { name: /^Top confusions/ })
    .getByRole("listitem")
    .first();
  const [, count = ""] = /(\d+)\s*\d+\.\d\s%$/.exec(await top.innerText()) ?? [];
  await top.getByRole("link").click();
  await expect(cases(page)).toHaveAttribute("aria-rowcount", String(Number(count) + 1));
  await expect(cases(page).getByRole("row").nth(1)).toContainText("Failed");

  await openRunOf(page, tickets);
  await page
    .getByRole("table", { name: /^Pass rate by / })
    .getByRole("link")
    .first()
    .click();
  await expect(page).toHaveURL(/slice=.*value=/);
  await openRunOf(page, tickets);
  const key = /ticket-\d+/.exec(await cases(page).getByRole("row").nth(1).innerText())?.[0] ?? "";
  await page.getByLabel("Search cases").fill(key);
  await expect(cases(page)).toHaveAttribute("aria-rowcount", "2");
  await expect(page.getByText(/^1 of \d+ cases$/)).toBeVisible();
});

test("a failed case has an address of its own, and the keys go through the list as it is filtered", async ({
  page,
}) => {
  await openRunOf(page, tickets);
  await cases(page).getByRole("row").nth(1).click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText(/^1 of \d+ failed$/)).toBeVisible();
  const first = await drawer.getByRole("heading").first().innerText();
  const address = page.url();
  await page.keyboard.press("j");
  await expect(drawer.getByText(/^2 of \d+ failed$/)).toBeVisible();
  await expect(page).not.toHaveURL(address);
  await page.keyboard.press("k");
  await expect(drawer.getByText(/^1 of \d+ failed$/)).toBeVisible();

  const colleague = await page.context().newPage();
  await colleague.goto(address);
  await expect(colleague.getByRole("dialog").getByRole("heading", { name: first })).toBeVisible();
  await expect(colleague.getByRole("dialog").getByText("only in expected")).toBeVisible();
  await expect(colleague.getByRole("dialog").getByText("only in answer")).toBeVisible();
  await expect(
    colleague.getByText(/^No messages were sent: .* a built-in model reads the input/),
  ).toBeVisible();
  await colleague.close();
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
});

test("answers in JSON are compared field by field", async ({ page }) => {
  await openRunOf(page, "Refined patterns (invoices)");
  await cases(page).getByRole("row").nth(1).click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("radio", { name: "JSON" })).toBeChecked();
  const differences = drawer.getByRole("region", { name: "Differences between expected and answer" });
  await expect(differences).toContainText("invoice_number");
  await drawer.getByRole("radio", { name: "Words" }).click();
  await expect(page).toHaveURL(/mode=words/);
  await expect(drawer.getByText("only in expected")).toBeVisible();
});

test("downloads of the failures hold what the filter shows", async ({ page }) => {
  await openRunOf(page, tickets);
  const { failed } = await outcomeLine(page);
  expect(await exportedLines(page, "CSV")).toHaveLength((failed ?? 0) + 1);
  expect((await exportedLines(page, "JSON Lines")).map((line) => JSON.parse(line).verdict)).toEqual(
    Array.from({ length: failed ?? 0 }, () => "failed"),
  );
  await page.getByLabel("Search cases").fill("invoice");
  const count = page.getByText(/^\d+ of \d+ cases$/);
  await expect(count).toBeVisible();
  const found = Number((await count.innerText()).split(" ")[0]);
  expect(await exportedLines(page, "JSON Lines")).toHaveLength(found);
});

test("an answer that is an attack is only text, and a prompt is shown as it was sent", async ({
  page,
  modelServer,
}) => {
  test.setTimeout(120_000);
  const attack = `=1+1 <img src="/nothing" onerror="window.attacked = true"> **bold** [press me](javascript:window.attacked=true)`;
  modelServer.setBehaviour({ kind: "answer", answer: attack });
  page.on("dialog", () => {
    throw new Error("a dialog opened");
  });
  const dataset = await ownDataset(echoCases(4));
  const model = await echoModel(modelServer);
  await startRun(page, dataset.id, model.name);
  expect(await waitForScorecard(page)).toMatch(/^Passed 0 of 4/);
  const download = await exportedText(page, "CSV");
  expect(download.match(/'=1\+1/g), "each answer is a text of the table").toHaveLength(4);
  expect(download).not.toMatch(/(^|[,"\n])=/);
  await cases(page).getByRole("row").nth(1).click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText(/<img src="\/nothing" onerror=/).first()).toBeVisible();
  await expect(
    drawer.getByRole("figure", { name: "user" }).or(drawer.getByText("user")).first(),
  ).toBeVisible();
  await expect(drawer.getByText(/^say \d$/).first()).toBeVisible();

  await drawer.getByRole("radio", { name: "Markdown" }).click();
  await expect(drawer.getByText("bold", { exact: true })).toBeVisible();
  await expect(drawer.getByRole("img")).toHaveCount(0);
  await expect(drawer.getByText("press me", { exact: true })).toBeVisible();
  await expect(drawer.getByRole("link", { name: "press me" })).toHaveCount(0);
  expect(await page.content()).not.toMatch(/<[^>]+href="javascript:/i);
  expect(await page.evaluate(() => "attacked" in window)).toBe(false);
});

async function exportedText(page: Page, format: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: format }).click();
  await expect(page.getByRole("menu")).toBeHidden();
  return await readFile(await (await download).path(), "utf8");
}

async function exportedLines(page: Page, format: string): Promise<string[]> {
  const text = await exportedText(page, format);
  return text.split(/\r?\n(?=ticket-|\{|$)/).filter((line) => line !== "");
}

test("every grader by slice: sorted by the keyboard, narrowed, exported, and a rate leads to its cases", async ({
  page,
}) => {
  await openRunOf(page, tickets);
  await page.getByRole("link", { name: "By slice", exact: true }).click();
  const table = page.getByRole("region", { name: "Graders by slice" });
  const row = (place: number) => table.getByRole("row").nth(place);
  await expect(row(1)).toContainText(/All cases\s*180/);
  await expect(row(2)).toContainText(/\d+\.\d\s% ?\[\d+\.\d, \d+\.\d\] n \d+/);

  const header = table.getByRole("columnheader", { name: /^Verdict/ });
  await header.getByRole("link").focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sort=c0\.asc/);
  await expect(header).toHaveAttribute("aria-sort", "ascending");
  const rates = (await table.getByRole("row").allInnerTexts())
    .slice(2)
    .map((text) => Number(/(\d+\.\d)\s%/.exec(text)?.[1]));
  expect(rates).toEqual([...rates].sort((one, other) => one - other));

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\r\n");
  expect(lines[0]).toContain("dimension,value,cases,grader");
  expect(lines.length).toBeGreaterThan(rates.length);

  const failed = row(2).getByRole("link").first();
  await failed.click();
  await expect(page).toHaveURL(/slice=.*value=/);
});
