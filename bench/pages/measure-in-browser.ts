import type { BrowserContext, Locator, Page } from "@playwright/test";
import { actedUntil, installWatch, loadedUntil } from "./browser/install-watch.ts";
import { framesOfPage, framesOfPlainList } from "./browser/scrolling.ts";
import { openWorkspace } from "./in-workspace.ts";
import type { SeededPages } from "./seed-pages.ts";

const rounds = 11;
const cases = { grid: "Cases of this run" };
const compared = { grid: "Compared cases" };

/**
 * Prints what a person waits for on a run of 100,000 attempts: medians and 95th percentiles of eleven rounds, by the clock of the browser,
 * to the frame in which the row that was asked for has been painted. Caches are warm, as on the second visit of a day.
 */
export async function measureInBrowser(context: BrowserContext, seeded: SeededPages): Promise<void> {
  await installWatch(context);
  await openWorkspace(context, seeded.large);
  const [a = "", b = ""] = seeded.large.runIds;
  const page = await context.newPage();
  const run = `/runs/${a}?view=all#cases`;
  const comparison = `/compare?runs=${a},${b}`;
  const openRun = async () => {
    await page.goto("/api/health");
    await loadedUntil(page, run, cases);
    await page.waitForLoadState("networkidle");
  };
  console.log("What this machine needs, from the beginning of loading to the first painted content:");
  await tell(
    "a document of 200 bytes without scripts",
    null,
    async () => await contentMs(page, "/api/health"),
  );
  await tell("an almost empty page of the product", null, async () => await contentMs(page, "/schedules"));
  console.log("From the beginning of loading until the first row is painted:");
  // From elsewhere: an address that differs from the shown one by its fragment alone is not loaded.
  const leave = async () => void (await page.goto("/api/health"));
  await tell("a run of 100,000 attempts", 400, async () => await loadedUntil(page, run, cases), leave);
  await tell(
    "its comparison with another",
    200,
    async () => await loadedUntil(page, comparison, compared),
    leave,
  );
  await openRun();
  const grid = page.getByRole("grid", { name: cases.grid });
  console.log(`JavaScript over the wire: ${Math.round((await scriptBytes(page)) / 1_000)} kB (wanted 250)`);
  console.log(`rows on a screen of 900 px: ${await rowsInSight(grid)} (wanted 15)`);
  console.log("From the key or press until the row is painted:");
  await tell(
    "last page: the End key",
    200,
    async () =>
      await actedUntil(page, async () => await page.keyboard.press("End"), {
        ...cases,
        text: `case-${seeded.cases}`,
      }),
    async () => {
      await openRun();
      await grid.focus();
    },
  );
  const firstFailed = await keyOfFirst(context, a, "failed");
  const firstOfAll = await keyOfFirst(context, a, "all");
  if (firstFailed === firstOfAll)
    console.log("The first case failed, so the filter shows what was there before.");
  const choose = async (view: RegExp) =>
    await page.getByRole("radiogroup", { name: "Which cases" }).locator("label", { hasText: view }).click();
  await openRun();
  await tell(
    "filter to failures: a press",
    200,
    async () =>
      await actedUntil(page, async () => await choose(/^Failed/), {
        ...cases,
        text: firstFailed,
        isFirst: true,
      }),
    async () => {
      await actedUntil(page, async () => await choose(/^All/), { ...cases, text: firstOfAll, isFirst: true });
    },
  );
  const search = page.getByLabel("Search cases");
  const wanted = `case-${seeded.cases - 1}`;
  await openRun();
  await tell(
    "search: the last of ten keys typed one after another",
    200,
    async () =>
      await actedUntil(page, async () => await search.pressSequentially(wanted, { delay: 90 }), {
        ...cases,
        text: wanted,
        isFirst: true,
      }),
    openRun,
  );
  await tell(
    "comparison: a press on Compare in the list of runs",
    200,
    async () =>
      await actedUntil(
        page,
        async () => await page.getByRole("link", { name: "Compare", exact: true }).last().click(),
        compared,
      ),
    async () => await chooseTwoRuns(page),
  );
  await page.close();
  console.log(`scrolling a plain list of text in this browser: ${await framesOfPlainList(context)}`);
  const scrolled = await context.newPage();
  await loadedUntil(scrolled, run, cases);
  await scrolled.waitForLoadState("networkidle");
  console.log(
    `scrolling the 100,000 rows: ${await framesOfPage(scrolled, scrolled.getByRole("grid", { name: cases.grid }))} (wanted 60)`,
  );
  await scrolled.close();
}

/** `before` goes to where each round begins, and is not measured. The first round finds less remembered and is told apart. */
async function tell(
  name: string,
  wantedMs: number | null,
  work: () => Promise<number>,
  before: () => Promise<void> = async () => undefined,
): Promise<void> {
  const times: number[] = [];
  let first = 0;
  try {
    for (let round = 0; round <= rounds; round += 1) {
      await before();
      const took = await work();
      if (round > 0) times.push(took);
      else first = took;
    }
  } catch (error) {
    console.log(`  ${name}: not reached (${error instanceof Error ? error.message.split("\n")[0] : error})`);
    return;
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => (times[Math.ceil(share * rounds) - 1] ?? 0).toFixed(0);
  const wanted = wantedMs === null ? "" : ` (wanted ${wantedMs})`;
  console.log(
    `  ${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms${wanted}; the first ${first.toFixed(0)} ms`,
  );
}

async function contentMs(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: "load" });
  return await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName("first-contentful-paint");
          if (entry) resolve(entry.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
}

async function keyOfFirst(context: BrowserContext, runId: string, view: string): Promise<string> {
  const response = await context.request.get(`/api/v1/runs/${runId}/attempts?view=${view}&limit=1`);
  const page: { items: { key: string }[] } = await response.json();
  return page.items[0]?.key ?? "";
}

async function chooseTwoRuns(page: Page): Promise<void> {
  await page.goto("/runs");
  const boxes = page.getByRole("grid").getByRole("checkbox", { name: "Select this row" });
  await boxes.nth(0).click();
  await boxes.nth(1).click();
  await page.waitForLoadState("networkidle");
}

async function scriptBytes(page: Page): Promise<number> {
  return await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming && entry.name.includes(".js"))
      .reduce(
        (sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0),
        0,
      ),
  );
}

async function rowsInSight(grid: Locator): Promise<number> {
  return await grid.evaluate((table) => {
    const box = table.parentElement?.getBoundingClientRect();
    const rows = [...table.querySelectorAll("tbody [role=row], tbody tr")].map((row) =>
      row.getBoundingClientRect(),
    );
    const bottom = Math.min(window.innerHeight, box?.bottom ?? 0);
    return rows.filter((row) => row.top >= (box?.top ?? 0) && row.bottom <= bottom).length;
  });
}
