import { expect, test } from "./support/test.ts";

test("from the first start to a failed case of a real scorecard, read with the keyboard", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Latest runs" })).toBeVisible();
  await page
    .getByRole("link", { name: /Naive Bayes \(tickets\)/ })
    .first()
    .click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "Naive Bayes (tickets) on Support tickets",
  );
  await expect(page.getByText(/^Passed \d+ of 180 scored cases: \d+\.\d.% \[/)).toBeVisible();
  await page.getByRole("link", { name: /Review \d+ failed/ }).click();

  const drawer = page.getByRole("dialog");
  await page.goto(`${new URL(page.url()).pathname}?view=failed&case=ticket-0001`);
  await expect(drawer).toBeVisible();
  const first = await drawer.getByRole("heading").first().textContent();
  await page.keyboard.press("j");
  await expect(drawer.getByRole("heading").first()).not.toHaveText(first ?? "");
  await page.keyboard.press("k");
  await expect(drawer.getByRole("heading").first()).toHaveText(first ?? "");
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
});
