import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type FullConfig } from "@playwright/test";
import { freePort } from "#lib/launch/free-port.ts";
import { nodeFlags, projectFolder } from "#lib/launch/processes/node-program.ts";
import { browserFlags } from "./browser-flags.ts";
import { owner } from "./owner.ts";

const startTimeoutMs = 240_000;

/**
 * Starts the product as a user would, on an empty data folder, and sets up the owner's account through the printed link.
 * With TOUCHSTONE_E2E_URL, _HOME, _STATE and _SETUP_LINK in the environment it uses the product that runs there instead.
 */
export default async function launchProduct(_config: FullConfig) {
  if (process.env.TOUCHSTONE_E2E_URL && process.env.TOUCHSTONE_E2E_STATE) return;
  const home = await mkdtemp(join(tmpdir(), "touchstone-e2e-"));
  await chmod(home, 0o755);
  const port = await freePort();
  const product = spawn(process.execPath, [...nodeFlags, "lib/launch/main.ts", "start"], {
    cwd: projectFolder,
    env: {
      ...process.env,
      NODE_ENV: "production",
      TOUCHSTONE_HOME: home,
      PORT: String(port),
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const link = await readLink(product);
  process.env.TOUCHSTONE_E2E_URL = new URL(link).origin;
  process.env.TOUCHSTONE_E2E_HOME = home;
  process.env.TOUCHSTONE_E2E_SETUP_LINK = link;
  process.env.TOUCHSTONE_E2E_STATE = join(home, "owner-session.json");
  await setUpOwner(link, process.env.TOUCHSTONE_E2E_STATE);

  return async () => {
    const ended = new Promise((resolve) => product.once("exit", resolve));
    product.kill("SIGINT");
    await ended;
    await rm(home, { recursive: true, force: true });
  };
}

async function readLink(product: ChildProcess): Promise<string> {
  let output = "";
  return await new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`The product did not start: ${reason}\n${output}`));
    const timer = setTimeout(() => fail("no link in time"), startTimeoutMs);
    product.once("exit", (code) => fail(`it ended with code ${code}`));
    product.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const link = /https?:\/\/\S+\/setup\?token=\S+/.exec(output)?.[0];
      if (link === undefined) return;
      clearTimeout(timer);
      resolve(link);
    });
  });
}

async function setUpOwner(link: string, statePath: string): Promise<void> {
  const executablePath = process.env.TOUCHSTONE_CHROMIUM;
  const browser = await chromium.launch({
    args: browserFlags,
    ...(executablePath ? { executablePath } : {}),
  });
  const page = await browser.newPage();
  await page.goto(link);
  await page.getByLabel("Your name").fill(owner.name);
  await page.getByLabel("E-mail address").fill(owner.email);
  await page.getByLabel("Password", { exact: true }).fill(owner.password);
  await page.getByRole("button", { name: /create|set up/i }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.context().storageState({ path: statePath });
  await browser.close();
}
