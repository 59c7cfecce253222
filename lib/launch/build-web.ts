import { createHash } from "node:crypto";
import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nodeFlags, projectFolder } from "./processes/node-program.ts";
import { runCommand } from "./processes/run-command.ts";
import { StartUpError } from "./start-up-error.ts";

const marker = join(projectFolder, ".next", "touchstone-build");
const sources = [
  "{app,components,lib,public}/**/*",
  "{proxy.ts,instrumentation-client.ts,next.config.mjs,postcss.config.mjs,tsconfig.json,package-lock.json}",
];

/** Builds the web application when its sources have changed since the last build. Returns whether it did. */
export async function buildWebIfStale(): Promise<boolean> {
  const wanted = await hashSources();
  const built = await readFile(marker, "utf8").catch(() => null);
  if (built === wanted) return false;
  const next = join(projectFolder, "node_modules", "next", "dist", "bin", "next");
  const result = await runCommand(process.execPath, [...nodeFlags, next, "build"], {
    cwd: projectFolder,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (result.code !== 0) throw new StartUpError(`The web application could not be built:\n${result.output}`);
  await writeFile(marker, wanted);
  return true;
}

async function hashSources(): Promise<string> {
  const hash = createHash("sha256");
  const files: string[] = [];
  for (const pattern of sources) {
    for await (const entry of glob(pattern, { cwd: projectFolder, withFileTypes: true })) {
      if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
    }
  }
  for (const file of files.filter((name) => !name.includes(".test.")).sort()) {
    hash.update(file.slice(projectFolder.length)).update(await readFile(file));
  }
  return hash.digest("hex");
}
