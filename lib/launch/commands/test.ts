import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { z } from "zod";
import { nodeFlags, projectFolder } from "#lib/launch/processes/node-program.ts";
import { runCommand } from "#lib/launch/processes/run-command.ts";
import { buildWebIfStale } from "../build-web.ts";
import { ensureChromium } from "../ensure-chromium.ts";
import { check } from "./check.ts";

/** `failures` names what failed, with the first line of why: the end of a long log is what people see. */
type Ended = { passed: number; failed: number; failures?: string[] };
type Outcome = Ended & { name: string; seconds: number };

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
  for (const { name, passed, failed, seconds, failures = [] } of outcomes) {
    console.log(
      `  ${failed === 0 ? "ok  " : "FAIL"}  ${name}: ${passed} passed, ${failed} failed, ${seconds.toFixed(0)} s`,
    );
    for (const failure of failures) console.log(`          ${failure}`);
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function timed(name: string, run: () => Promise<Ended>): Promise<Outcome> {
  const startedAt = performance.now();
  console.log(`\n${name}`);
  const ended = await run().catch((error: unknown): Ended => {
    const message = error instanceof Error ? error.message : String(error);
    console.error(message);
    return { passed: 0, failed: 1, failures: [message] };
  });
  // A part in which nothing ran has not passed.
  const failed = ended.passed + ended.failed === 0 ? 1 : ended.failed;
  return { ...ended, name, failed, seconds: (performance.now() - startedAt) / 1_000 };
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

async function vitest(): Promise<Ended> {
  const report = join(reports, "vitest.json");
  const { code } = await tool(
    "vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
  );
  const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = vitestReport.parse(
    await readJson(report),
  );
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0, code === 0 ? 0 : 1);
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(projectFolder, name);
    const tests = assertionResults.filter((one) => one.status === "failed");
    if (status === "failed" && tests.length === 0) return [`${file}: ${firstLine(message)}`];
    return tests.map((one) => `${file} > ${one.fullName}: ${firstLine(one.failureMessages[0] ?? "")}`);
  });
  return { passed: numPassedTests, failed, failures };
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

const firstLine = (text: string) => text.split("\n", 1)[0] ?? "";

async function playwright(): Promise<Ended> {
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
