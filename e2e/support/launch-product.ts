import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type FullConfig } from "@playwright/test";
import { freePort } from "#lib/launch/free-port.ts";
import { browserFlags } from "./browser-flags.ts";
import { fillAccountForm } from "./owner.ts";
import { startProduct } from "./start-product.ts";

/**
 * Starts the product as a user would, on an empty data folder, and sets up the owner's account through the printed link.
 * With TOUCHSTONE_E2E_URL, _HOME, _STATE and _SETUP_LINK in the environment it uses the product that runs there instead.
 */
export default async function launchProduct(_config: FullConfig) {
  if (process.env.TOUCHSTONE_E2E_URL && process.env.TOUCHSTONE_E2E_STATE) return;
  const home = await mkdtemp(join(tmpdir(), "touchstone-e2e-"));
  await chmod(home, 0o755);
  const product = startProduct(home, await freePort());
  product.process.stderr?.pipe(process.stderr);
  const stop = async () => {
    product.process.kill("SIGINT");
    await product.ended;
    await rm(home, { recursive: true, force: true });
  };
  try {
    await openProduct(await product.link, home);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function openProduct(link: string, home: string): Promise<void> {
  process.env.TOUCHSTONE_E2E_URL = new URL(link).origin;
  process.env.TOUCHSTONE_E2E_HOME = home;
  process.env.TOUCHSTONE_E2E_SETUP_LINK = link;
  process.env.TOUCHSTONE_E2E_STATE = join(home, "owner-session.json");
  await setUpOwner(link, process.env.TOUCHSTONE_E2E_STATE);
}

async function setUpOwner(link: string, statePath: string): Promise<void> {
  const executablePath = process.env.TOUCHSTONE_CHROMIUM;
  const browser = await chromium.launch({
    args: browserFlags,
    ...(executablePath ? { executablePath } : {}),
  });
  const page = await browser.newPage();
  await page.goto(link);
  await fillAccountForm(page);
  await page.context().storageState({ path: statePath });
  await browser.close();
}
