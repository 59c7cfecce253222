import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { nodeFlags, projectFolder } from "#lib/launch/processes/node-program.ts";
import { runCommand } from "#lib/launch/processes/run-command.ts";
import { buildWebIfStale } from "../build-web.ts";
import { ensureChromium } from "../ensure-chromium.ts";
import { check } from "./check.ts";

type Outcome = { name: string; passed: number; failed: number; seconds: number };

const reports = join(projectFolder, "test-results");

/** Every test there is: static checks, unit and database tests, end-to-end. Ends with one summary. */
export async function test(): Promise<number> {
  const outcomes = [
    await timed("static checks", async () =>
      (await check()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
    ),
    await timed("unit and database tests", vitest),
    await timed("end-to-end tests", playwright),
  ];
  console.log("\nSummary");
  for (const { name, passed, failed, seconds } of outcomes) {
    console.log(
      `  ${failed === 0 ? "ok  " : "FAIL"}  ${name}: ${passed} passed, ${failed} failed, ${seconds.toFixed(0)} s`,
    );
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function timed(name: string, run: () => Promise<{ passed: number; failed: number }>): Promise<Outcome> {
  const startedAt = performance.now();
  console.log(`\n${name}`);
  const { passed, failed } = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  });
  // A part in which nothing ran has not passed.
  const nothingRan = passed + failed === 0;
  return { name, passed, failed: nothingRan ? 1 : failed, seconds: (performance.now() - startedAt) / 1_000 };
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
});

async function vitest() {
  const report = join(reports, "vitest.json");
  const { code } = await tool(
    "vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
  );
  const { numPassedTests, numFailedTests, numFailedTestSuites } = vitestReport.parse(await readJson(report));
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0, code === 0 ? 0 : 1);
  return { passed: numPassedTests, failed };
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

async function playwright() {
  process.env.TOUCHSTONE_CHROMIUM = await ensureChromium();
  await buildWebIfStale();
  const report = join(reports, "playwright.json");
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report;
  const { code } = await tool("@playwright/test/cli.js", "test", "--reporter=list,json");
  const { stats } = playwrightReport.parse(await readJson(report));
  if (stats.flaky > 0) console.log(`${stats.flaky} passed only at the second try`);
  return { passed: stats.expected + stats.flaky, failed: Math.max(stats.unexpected, code === 0 ? 0 : 1) };
}

async function tool(path: string, ...args: string[]) {
  const program = join(projectFolder, "node_modules", path);
  // Development builds of React and test-only paths depend on it; `npm test` may run in a shell where it is set otherwise.
  const env = { ...process.env, NODE_ENV: "test" as const };
  return await runCommand(process.execPath, [...nodeFlags, program, ...args], {
    cwd: projectFolder,
    env,
    echo: true,
  });
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}
