// How fast pages are on large data, against a production build with an own embedded PostgreSQL: answers of the server (median and 95th
// percentile of 40), and what a person waits for in Chromium.
//
//   TOUCHSTONE_CHROMIUM=/usr/bin/chromium node bench/pages.ts [--scale 1] [--home <folder>]
//
// Server, database and browser share the machine: what they need of it for an almost empty page is printed beside.
// With --scale 0.1 all runs have a tenth of the attempts. With --home the data stay in that folder and serve the next time.
import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { browserFlags } from "#e2e/support/browser-flags.ts";
import { closeDatabase } from "#lib/db/database.ts";
import { setDatabaseUrl } from "#lib/env/env.ts";
import { buildWebIfStale } from "#lib/launch/build-web.ts";
import { startPostgres } from "#lib/launch/embedded-postgres/start-postgres.ts";
import { freePort } from "#lib/launch/free-port.ts";
import { migrateDatabase } from "#lib/launch/migrate-database.ts";
import { projectFolder } from "#lib/launch/processes/node-program.ts";
import { measureAnswers } from "./pages/measure-answers.ts";
import { measureInBrowser } from "./pages/measure-in-browser.ts";
import { person, seededIn } from "./pages/seed-pages.ts";

const { values } = parseArgs({
  options: { scale: { type: "string", default: "1" }, home: { type: "string" } },
});

const home = values.home ?? (await mkdtemp(join(tmpdir(), "touchstone-bench-")));
await mkdir(home, { recursive: true });
await chmod(home, 0o755);
const postgres = await startPostgres({ home });
const databaseUrl = postgres.urlOf("bench");
await migrateDatabase(databaseUrl);
setDatabaseUrl(databaseUrl);
process.env.LOG_LEVEL ??= "error";
process.env.TOUCHSTONE_ENCRYPTION_KEY = "a key for the bench, at least thirty-two characters";
const seeded = await seededIn(home, Number(values.scale));
await closeDatabase();
await buildWebIfStale();

const origin = `http://localhost:${await freePort()}`;
const web = spawn(process.execPath, ["lib/launch/start.mjs", "web"], {
  cwd: projectFolder,
  stdio: ["ignore", "inherit", "inherit"],
  env: {
    ...process.env,
    DATABASE_URL: databaseUrl,
    TOUCHSTONE_HOME: home,
    PORT: new URL(origin).port,
    LOG_LEVEL: "error",
  },
});
const ended = new Promise((resolve) => web.once("exit", resolve));

try {
  await untilHealthy();
  const executablePath = process.env.TOUCHSTONE_CHROMIUM;
  const browser = await chromium.launch({ args: browserFlags, ...(executablePath && { executablePath }) });
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.close();
  await measureAnswers(context, seeded);
  await measureInBrowser(context, seeded);
  await browser.close();
} finally {
  web.kill("SIGTERM");
  await ended;
  await postgres.stop();
  if (values.home === undefined) await rm(home, { recursive: true, force: true });
}
process.exit(0);

async function untilHealthy(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const healthy = await fetch(`${origin}/api/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await sleep(100);
  }
  throw new Error("The web process did not come up.");
}
