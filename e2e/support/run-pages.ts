import { expect, type Page } from "@playwright/test";

async function waitForScorecard(page: Page): Promise<string> {
  const sentence = page.getByText(/^(Passed [\d,]+ of|No case (was tried|could be scored))/);
  await expect(sentence).toBeVisible({ timeout: 90_000 });
  return await sentence.innerText();
}

/** The newest run of a model, on its page. */
export async function openRunOf(page: Page, model: string): Promise<void> {
  await page.goto(`/runs?${new URLSearchParams({ q: model })}`);
  await page.getByRole("grid", { name: "Runs" }).getByRole("row").nth(1).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(model);
  await waitForScorecard(page);
}
