import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { projectFolder } from "#lib/launch/processes/node-program.ts";

export type Ended = { code: number | null; out: string; told: string };

/** Runs the `touchstone` command as a shell would, against the product under test. */
export async function touchstone(
  words: readonly string[],
  { key, stdin = "" }: { key: string; stdin?: string },
): Promise<Ended> {
  const child = spawn(process.execPath, [join(projectFolder, "lib", "cli", "main.mjs"), ...words], {
    env: {
      ...process.env,
      TOUCHSTONE_URL: process.env.TOUCHSTONE_E2E_URL,
      TOUCHSTONE_API_KEY: key,
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  child.stdin.end(stdin);
  const [out, told, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out: out.trim(), told: told.trim() };
}
