import { expect, type Locator, type Page } from "@playwright/test";

type UploadedFile = { name: string; mimeType: string; buffer: Buffer };

/** A name that no other test has taken. */
export function uniqueName(name: string): string {
  return `${name} ${Math.random().toString(36).slice(2, 8)}`;
}

/** Makes a dataset through its form; the page for importing is open afterwards. */
export async function createDataset(page: Page, name: string): Promise<{ id: string; name: string }> {
  await page.goto("/datasets/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create and choose a file" }).click();
  await page.waitForURL(/\/datasets\/[\w-]+\/import$/);
  const [, id = ""] = /datasets\/([\w-]+)\/import/.exec(page.url()) ?? [];
  return { id, name };
}

export function csvFile(name: string, lines: readonly string[]): UploadedFile {
  return { name, mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\n")}\n`) };
}

/** Through the browser's own file field: a file of the disk by its path, or one that the test writes. */
export async function chooseFile(page: Page, file: string | UploadedFile): Promise<void> {
  await page.getByLabel("Drop a CSV or JSON Lines file").setInputFiles(file);
}

export async function pasteText(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(async (copied) => await navigator.clipboard.writeText(copied), text);
  await page.getByLabel("Drop a CSV or JSON Lines file").focus();
  await page.keyboard.press("ControlOrMeta+V");
}

export async function becomes(page: Page, column: string, role: string): Promise<void> {
  await page.getByLabel(`What "${column}" becomes`).selectOption({ label: role });
}

export async function importAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Import cases" }).click();
  await expect(page.getByRole("heading", { name: "Imported", exact: true })).toBeVisible({ timeout: 60_000 });
}

export async function publish(page: Page, note = ""): Promise<void> {
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Note").fill(note);
  await dialog.getByRole("button", { name: /^Publish version/ }).click();
  await expect(page.getByText(/^Version \d+ is published with/)).toBeVisible();
}

/** A dataset with these lines of CSV as its first version. */
export async function publishedDataset(page: Page, name: string, lines: readonly string[]) {
  const dataset = await createDataset(page, name);
  await chooseFile(page, csvFile("cases.csv", lines));
  await importAll(page);
  await publish(page);
  return dataset;
}

export function caseRow(page: Page, key: string): Locator {
  return page.getByRole("grid", { name: "Cases" }).getByRole("row").filter({ hasText: key });
}
