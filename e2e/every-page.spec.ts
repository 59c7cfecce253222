import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./support/test.ts";

/** The first address on a list page that leads to one of its things. */
async function firstLink(page: Page, list: string): Promise<string> {
  await page.goto(list);
  const links = await page
    .locator(`main a[href^="${list}/"]`)
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  const found = links.find((href) => /\/[0-9a-f-]{36}$/.test(href));
  if (found === undefined) throw new Error(`${list} leads to nothing`);
  return found;
}

async function everyAddress(page: Page): Promise<string[]> {
  const [dataset, model, grader, run] = [
    await firstLink(page, "/datasets"),
    await firstLink(page, "/models"),
    await firstLink(page, "/graders"),
    await firstLink(page, "/runs"),
  ];
  const datasetId = dataset.split("/").at(-1);
  return [
    "/",
    "/runs",
    "/runs/new",
    run,
    "/compare",
    `/trends?dataset=${datasetId}`,
    "/datasets",
    "/datasets/new",
    dataset,
    `${dataset}/import`,
    `${dataset}/versions`,
    "/models",
    "/models/new",
    model,
    `${model}/edit`,
    "/models/connections",
    "/models/connections/new",
    "/schedules",
    "/schedules/new",
    "/graders",
    "/graders/new",
    grader,
    `/graders/dataset/${datasetId}`,
    "/settings",
    "/settings/members",
    "/settings/account",
    "/settings/sign-in",
    "/settings/workspaces",
    "/settings/audit",
  ];
}

for (const width of [1440, 360]) {
  test(`every page at ${width} px fits, has one heading, and is accessible in light and dark`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 900 });
    for (const address of await everyAddress(page)) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 }), address).toHaveCount(1);
      await expect(page, address).toHaveTitle(/Touchstone/);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${address} scrolls sideways`).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    }
  });
}
