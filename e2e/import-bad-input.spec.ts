import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Page } from "@playwright/test";
import {
  caseRow,
  chooseFile,
  createDataset,
  csvFile,
  importAll,
  uniqueName,
} from "./support/dataset-pages.ts";
import { queryProduct } from "./support/product-database.ts";
import { expect, test } from "./support/test.ts";

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "touchstone-files-"));
});
test.afterAll(async () => await rm(folder, { recursive: true, force: true }));

async function expectCases(page: Page, datasetId: string, sentence: string): Promise<void> {
  await page.goto(`/datasets/${datasetId}`);
  await expect(page.getByText(sentence, { exact: true }).first()).toBeVisible();
}

async function startImport(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Import cases" }).click();
}

const nothingImported = (page: Page) => page.getByRole("heading", { name: "Nothing was imported" });

test("an empty file and a file in UTF-16 are refused before anything is sent, with what to do", async ({
  page,
}) => {
  const { id } = await createDataset(page, uniqueName("Refused"));
  await chooseFile(page, { name: "empty.csv", mimeType: "text/csv", buffer: Buffer.alloc(0) });
  await expect(page.getByText('"empty.csv" is empty. Choose a file with at least one case.')).toBeVisible();

  await chooseFile(page, {
    name: "excel.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("\ufefftext,label\nhello,x\n", "utf16le"),
  });
  await expect(
    page.getByText(/"excel.csv": The file is UTF-16, not UTF-8\. Save the file as UTF-8/),
  ).toBeVisible();
  await expectCases(page, id, "0 cases");
});

test("a key used twice is reported with both lines, and the rest can be imported without it", async ({
  page,
}) => {
  const { id } = await createDataset(page, uniqueName("Keys"));
  const file = csvFile("keys.csv", ["case_id,text,label", "k-1,one,x", "k-2,two,x", "k-1,three,x"]);
  await chooseFile(page, file);
  await page.getByLabel('What "case_id" becomes').selectOption({ label: "Key" });
  await startImport(page);
  await expect(nothingImported(page)).toBeVisible();
  await expect(
    page.getByText("3 rows read, and 1 of them cannot be used. The dataset is as it was."),
  ).toBeVisible();
  const wrong = page
    .getByRole("region", { name: "Rows with errors" })
    .getByRole("row")
    .filter({ hasText: "k-1" });
  await expect(wrong).toContainText("4");
  await expect(wrong).toContainText('The key "k-1" is already used on line 2.');

  await page.getByRole("button", { name: "Import another file" }).click();
  await chooseFile(page, file);
  await page.getByLabel('What "case_id" becomes').selectOption({ label: "Key" });
  await page.getByRole("radio", { name: /Leave them out/ }).check();
  await importAll(page);
  await expectCases(page, id, "2 cases");
});

test("invalid JSON on line 7,000 is named, and the other 7,999 lines can be imported", async ({ page }) => {
  const { id } = await createDataset(page, uniqueName("Lines"));
  const lines = Array.from({ length: 8000 }, (_, index) =>
    JSON.stringify({ text: `question ${index + 1}`, label: "x" }),
  );
  lines[6999] = '{"text": oops}';
  const file = {
    name: "lines.jsonl",
    mimeType: "application/x-ndjson",
    buffer: Buffer.from(lines.join("\n")),
  };
  await chooseFile(page, file);
  await startImport(page);
  await expect(nothingImported(page)).toBeVisible();
  const wrong = page
    .getByRole("region", { name: "Rows with errors" })
    .getByRole("row")
    .filter({ hasText: "7,000" });
  await expect(wrong).toContainText("It is not valid JSON.");

  await page.getByRole("button", { name: "Import another file" }).click();
  await chooseFile(page, file);
  await page.getByRole("radio", { name: /Leave them out/ }).check();
  await importAll(page);
  await expect(page.getByText(/8,000 rows read: 7,999 cases added, .*1 rows left out/)).toBeVisible();
  await expectCases(page, id, "7,999 cases");
});

test("a cell of more than 5 MB is refused with the limit, and one just below it is kept and can be opened", async ({
  page,
}) => {
  const { id } = await createDataset(page, uniqueName("Long cell"));
  await chooseFile(
    page,
    csvFile("too-long.csv", ["id,text,label", "a,short,x", `b,${"long ".repeat(1_048_576)},x`]),
  );
  await startImport(page);
  await expect(nothingImported(page)).toBeVisible();
  await expect(page.getByText(/longer than 5,000,000 characters/)).toBeVisible();

  await page.getByRole("button", { name: "Import another file" }).click();
  await chooseFile(
    page,
    csvFile("long.csv", ["id,text,label", "a,short,x", `b,${"long ".repeat(990_000)},x`]),
  );
  await importAll(page);
  await page.goto(`/datasets/${id}?case=b`);
  await expect(
    page.getByRole("dialog").getByText(/The first 100,000 of 4,9\d\d,\d\d\d characters/),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(caseRow(page, "long long")).toBeVisible();
});

test("a file of 200 MB shows its progress, leaves nothing when it is cancelled, and is imported when it is not", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const path = join(folder, "large.csv");
  await writeLargeCsv(path, { rows: 20_000, rowBytes: 10_000 });
  expect((await stat(path)).size).toBeGreaterThan(200_000_000);
  const { id } = await createDataset(page, uniqueName("Large"));

  await chooseFile(page, path);
  await startImport(page);
  const progress = page.getByRole("progressbar");
  await expect(page.getByText(/^[\d.]+\sMB of 20\d\sMB/)).toBeVisible({ timeout: 60_000 });
  const before = Number(await progress.getAttribute("aria-valuenow"));
  await page.getByRole("button", { name: "Search" }).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect.poll(async () => Number(await progress.getAttribute("aria-valuenow"))).toBeGreaterThan(before);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("The import was cancelled. Nothing was changed.")).toBeVisible();
  await expect.poll(openImports, "the server gives the import up").toBe(0);
  const colleague = await page.context().newPage();
  await expectCases(colleague, id, "0 cases");
  await colleague.close();

  await startImport(page);
  await expect(page.getByText(/20,000 rows read: 20,000 cases added, 0 updated, 0 unchanged/)).toBeVisible({
    timeout: 120_000,
  });
  await expectCases(page, id, "20,000 cases");
});

test("50,000 rows are imported, and their table scrolls and sorts", async ({ page }) => {
  test.setTimeout(120_000);
  const path = join(folder, "many.csv");
  await writeLargeCsv(path, { rows: 50_000, rowBytes: 80 });
  const { id } = await createDataset(page, uniqueName("Many"));
  await chooseFile(page, path);
  await importAll(page);
  await expect(page.getByText(/50,000 rows read: 50,000 cases added/)).toBeVisible();
  await expectCases(page, id, "50,000 cases");

  const grid = page.getByRole("grid", { name: "Cases" });
  await expect(grid).toHaveAttribute("aria-rowcount", "50001");
  await grid.focus();
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(caseRow(page, "row-00401")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await grid.getByRole("row").count(), "only what is in view is drawn").toBeLessThan(100);

  await page.goto(`/datasets/${id}?sort=position.desc`);
  await expect(caseRow(page, "row-50000")).toBeVisible();
  await page.getByLabel("Search cases").fill("row-31415");
  await expect(page.getByText("1 of 50,000 cases")).toBeVisible();
});

/** Written line by line: no process ever holds the file. */
async function writeLargeCsv(
  path: string,
  { rows, rowBytes }: { rows: number; rowBytes: number },
): Promise<void> {
  const filler = "the quick brown fox jumps over the lazy dog "
    .repeat(Math.ceil(rowBytes / 44))
    .slice(0, rowBytes);
  function* lines() {
    yield "id,text,label\n";
    for (let row = 1; row <= rows; row++)
      yield `row-${String(row).padStart(5, "0")},${row} ${filler},label-${row % 8}\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

/** Transactions of the product that have stood open for longer than a page's queries do. */
async function openImports(): Promise<number> {
  const rows = await queryProduct(
    "select 1 from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid() and xact_start < now() - interval '1 second'",
  );
  return rows.length;
}
