import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Whatever it is about: one heading, a title, nothing wider than the window, nothing that axe finds. */
export async function expectSoundPage(page: Page): Promise<void> {
  // Not by its role: an open drawer hides the page behind it from roles.
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page).toHaveTitle(/Touchstone/);
  await waitUntilFilled(page);
  await expectNothingCutOff(page);
  await expectAccessible(page);
}

/** Loaded, as far as somebody who looks at it can tell. */
async function waitUntilFilled(page: Page): Promise<void> {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  // Those in a table may stand for rows further down, which are loaded when somebody scrolls there.
  await expect(page.locator(".animate-shimmer:not(table *)")).toHaveCount(0);
}

async function expectNothingCutOff(page: Page): Promise<void> {
  const overflowPx = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflowPx, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(axe(page)), page.url()).toEqual([]);
}

/** The dark scheme changes colours and nothing else, so only the rules about colours are asked again. */
export async function expectReadableInDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveClass(/\bdark\b/);
  const asked = axe(page).withRules(["color-contrast", "link-in-text-block"]);
  expect(await violations(asked), `dark: ${page.url()}`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

/** Without frames in its pages the product needs no second browser page to gather what axe found, which is most of its time. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
}

async function violations(asked: AxeBuilder): Promise<string[]> {
  const found = await asked.analyze();
  return found.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} ${nodes.map((node) => node.target).join(", ")}`,
  );
}
