import { expect, type Locator, type Page } from "@playwright/test";

/** A grader of this kind with the kind's own settings; its page is open afterwards. */
export async function createGrader(page: Page, kind: string, name: string): Promise<void> {
  await page.goto(`/graders/new?kind=${kind}`);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create grader" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** What the try-it box says of the typed example. */
export function verdictOf(page: Page): Locator {
  return page.getByRole("region", { name: "Verdict" });
}
