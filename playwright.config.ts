import { defineConfig } from "@playwright/test";
import { browserFlags } from "./e2e/support/browser-flags.ts";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/playwright",
  globalSetup: "./e2e/support/launch-product.ts",
  workers: 1,
  fullyParallel: false,
  // A second try tells a slow machine from a broken page; the summary names every test that needed it.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    baseURL: process.env.TOUCHSTONE_E2E_URL ?? "http://localhost:3000",
    storageState: process.env.TOUCHSTONE_E2E_STATE ?? { cookies: [], origins: [] },
    viewport: { width: 1440, height: 900 },
    // Recording takes a third of the time, so with a second try only that one is recorded.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    launchOptions: {
      args: browserFlags,
      ...(process.env.TOUCHSTONE_CHROMIUM ? { executablePath: process.env.TOUCHSTONE_CHROMIUM } : {}),
    },
  },
});
