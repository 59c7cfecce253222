import { join } from "node:path";
import { nodeFlags, projectFolder } from "#lib/launch/processes/node-program.ts";
import { runCommand } from "#lib/launch/processes/run-command.ts";
import { findOversize } from "../find-oversize.ts";

type Check = { name: string; run(): Promise<{ code: number; output: string }> };

const tool =
  (path: string, ...args: string[]) =>
  async () =>
    await runCommand(process.execPath, [...nodeFlags, join(projectFolder, "node_modules", path), ...args], {
      cwd: projectFolder,
    });

const checks: readonly Check[] = [
  { name: "types", run: tool("typescript/bin/tsc", "--noEmit", "-p", ".") },
  { name: "format and lint", run: tool("@biomejs/biome/bin/biome", "check", "--error-on-warnings", ".") },
  {
    name: "import directions",
    run: tool(
      "dependency-cruiser/bin/dependency-cruiser.mjs",
      "--config",
      ".dependency-cruiser.mjs",
      "--output-type",
      "err",
      "app",
      "components",
      "lib",
      "prisma",
      "e2e",
      "bench",
    ),
  },
  { name: "unused code", run: tool("knip/bin/knip.js", "--no-progress") },
  { name: "file and folder sizes", run: findOversize },
];

/** Everything that can be checked in seconds without a database. */
export async function check(): Promise<number> {
  const startedAt = performance.now();
  const results = await Promise.all(checks.map(async ({ name, run }) => ({ name, ...(await run()) })));
  for (const { name, code, output } of results) {
    console.log(`${code === 0 ? "ok  " : "FAIL"}  ${name}`);
    if (code !== 0) console.log(output.trimEnd().replaceAll(/^/gm, "      "));
  }
  const failed = results.filter((result) => result.code !== 0).length;
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log(`checks: ${results.length - failed} passed, ${failed} failed, ${seconds} s`);
  return failed === 0 ? 0 : 1;
}
