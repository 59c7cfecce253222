import { expect, type Locator, type Page } from "@playwright/test";

/** A grader of this kind with the kind's own settings; its page is open afterwards. */
export async function createGrader(page: Page, kind: string, name: string): Promise<void> {
  await openNewGrader(page, kind);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create grader" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** The form of a new grader of this kind, when it listens: forms of some kinds are loaded after their page. */
export async function openNewGrader(page: Page, kind: string): Promise<void> {
  await page.goto(`/graders/new?kind=${kind}`);
  await expect(page.locator("[inert]")).toHaveCount(0);
}

/** What the try-it box says of the typed example. */
export function verdictOf(page: Page): Locator {
  return page.getByRole("region", { name: "Verdict" });
}
