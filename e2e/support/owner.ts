import type { Page } from "@playwright/test";

/** The person who sets the installation up, and whose session the tests start with. */
export const owner = { name: "Ada Owner", email: "ada@example.test", password: "correct horse battery" };

/** On the page that the first link leads to; the owner is signed in afterwards. */
export async function fillAccountForm(page: Page): Promise<void> {
  await page.getByLabel("Your name").fill(owner.name);
  await page.getByLabel("E-mail address").fill(owner.email);
  await page.getByLabel("Password", { exact: true }).fill(owner.password);
  await page.getByRole("button", { name: /create|set up/i }).click();
  await page.waitForURL((url) => url.pathname === "/");
}
