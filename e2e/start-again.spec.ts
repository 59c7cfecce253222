import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBinaries } from "#lib/launch/embedded-postgres/binaries.ts";
import { findOperatingUser } from "#lib/launch/embedded-postgres/operating-user.ts";
import { findPlace } from "#lib/launch/embedded-postgres/place.ts";
import { freePort } from "#lib/launch/free-port.ts";
import { fillAccountForm } from "./support/owner.ts";
import { expectSoundPage } from "./support/sound-page.ts";
import { type StartedProduct, startProduct } from "./support/start-product.ts";
import { expect, test } from "./support/test.ts";

test.use({ storageState: { cookies: [], origins: [] } });

let home: string;
let running: StartedProduct[];

test.beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "touchstone-again-"));
  await chmod(home, 0o755);
  running = [];
});

test.afterEach(async () => {
  for (const product of running) product.process.kill("SIGINT");
  await Promise.all(running.map((product) => product.ended));
  await rm(home, { recursive: true, force: true });
});

function start(port: number): StartedProduct {
  const product = startProduct(home, port);
  running.push(product);
  return product;
}

// The embedded database belongs to the installation that is started here; one that is given from outside does not.
if (!process.env.DATABASE_URL) {
  test("after a kill -9 the next start comes up with the same data, and Ctrl-C leaves no process behind", async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const port = await freePort();
    const first = start(port);
    await page.goto(await first.link);
    await expectSoundPage(page);
    await fillAccountForm(page);
    await page.goto("about:blank");

    const orphans = processesOf(first);
    expect(orphans.length, "a worker and a web server").toBeGreaterThanOrEqual(2);
    first.process.kill("SIGKILL");
    await first.ended;

    const second = start(port);
    const link = await second.link;
    expect(link).toContain("/sign-in?token=");
    expect(second.output()).toContain("Sign in with this link");
    await page.context().clearCookies();
    await page.goto(link);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await page.goto(new URL("/runs", link).href);
    const runs = page.getByRole("grid", { name: "Runs" });
    await expect(runs.getByRole("row")).toHaveCount(8);
    await expect(async () => {
      await page.reload();
      await expect(runs.getByText("finished")).toHaveCount(7, { timeout: 2_000 });
    }).toPass({ timeout: 90_000 });

    await page.close();

    const { dataFolder } = await findPlace(home, await findBinaries(), await findOperatingUser());
    const postmaster = Number((await readFile(join(dataFolder, "postmaster.pid"), "utf8")).split("\n")[0]);
    const processes = [...orphans, ...processesOf(second), postmaster];
    second.process.kill("SIGINT");
    expect(await second.ended).toBe(0);
    await expect.poll(() => processes.filter(isAlive), "processes left behind").toEqual([]);
  });
}

test("a second start on a data folder that is in use is refused in one sentence, and the first goes on", async ({
  request,
}) => {
  const inUse = process.env.TOUCHSTONE_E2E_HOME ?? "";
  const second = startProduct(inUse, await freePort());
  expect(await second.ended).toBe(1);
  expect(
    second
      .output()
      .trim()
      .replace(/\d+(?=\)\.)/, "PID"),
  ).toBe(
    `Touchstone is running on the data folder ${inUse} already (process PID). Stop it first, or set TOUCHSTONE_HOME to another folder.`,
  );
  expect((await request.get("/api/health")).status()).toBe(200);
});

test("a port in use is refused in one sentence that names another way", async ({ baseURL }) => {
  const port = Number(new URL(baseURL ?? "").port);
  const second = start(port);
  expect(await second.ended).toBe(1);
  expect(second.output().trim()).toBe(
    `Port ${port} is in use. Stop the other program, or choose another port: PORT=3100 npm start`,
  );
});

/** The process itself and all that it has started. */
function processesOf({ process: { pid } }: StartedProduct): number[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = [pid ?? 0];
  for (const parent of found) {
    for (const [child = 0, itsParent] of table) if (itsParent === parent) found.push(child);
  }
  return found.slice(1);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
