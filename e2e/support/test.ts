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

export { expect };
