import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";

type Fixtures = {
  /** A message in the browser's console that is an error fails the test, unless the test says that it expects it. */
  expectedConsoleErrors: RegExp[];
  /** A page of somebody who is signed out, in a browser of their own. Watched as `page` is. */
  visitor: Page;
  modelServer: FakeModelServer;
};

export const test = base.extend<Fixtures>({
  expectedConsoleErrors: async ({ browserName: _browserName }, use) => await use([]),
  page: async ({ page, expectedConsoleErrors }, use) => {
    const errors = consoleErrors(page);
    await use(page);
    expectOnly(expectedConsoleErrors, errors);
  },
  visitor: async ({ browser, expectedConsoleErrors }, use) => {
    const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    const page = await context.newPage();
    const errors = consoleErrors(page);
    await use(page);
    await context.close();
    expectOnly(expectedConsoleErrors, errors);
  },
  modelServer: async ({ browserName: _browserName }, use) => {
    const server = await startFakeModelServer();
    await use(server);
    await server.close();
  },
});

function consoleErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

function expectOnly(expected: readonly RegExp[], errors: readonly string[]): void {
  const unexpected = errors.filter((error) => !expected.some((pattern) => pattern.test(error)));
  expect(unexpected, "errors in the browser's console").toEqual([]);
}

/** No accessibility violation that axe can find, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const told = violations.map(
      ({ id, help, nodes }) => `${id}: ${help} ${nodes.map((node) => node.target).join(", ")}`,
    );
    expect(told, `${scheme}: ${page.url()}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

export { expect };
