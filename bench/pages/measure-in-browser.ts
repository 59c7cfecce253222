import type { BrowserContext, Locator, Page } from "@playwright/test";
import { openWorkspace } from "./in-workspace.ts";
import type { SeededPages } from "./seed-pages.ts";

const rounds = 5;

/** Prints what a person waits for on a run of 100,000 attempts, the median of five, and how it scrolls. */
export async function measureInBrowser(
  context: BrowserContext,
  { large, cases }: SeededPages,
): Promise<void> {
  await openWorkspace(context, large);
  const [a = "", b = ""] = large.runIds;
  const page = await context.newPage();
  const grid = page.getByRole("grid", { name: "Cases of this run" });
  const views = page.getByRole("radiogroup", { name: "Which cases" });
  const firstRow = grid.getByRole("row").nth(1);
  const open = async () => {
    await page.goto(`/runs/${a}?view=all`, { waitUntil: "commit" });
    await firstRow.waitFor();
  };
  await open();
  await page.waitForLoadState("networkidle");
  console.log(`JavaScript over the wire: ${Math.round((await scriptBytes(page)) / 1_000)} kB (wanted 250)`);
  await tell("first row", 400, open);
  await page.waitForLoadState("networkidle");
  await grid.scrollIntoViewIfNeeded();
  await grid.focus();
  console.log(`rows on a screen of 900 px: ${await rowsInSight(grid)} (wanted 15)`);
  await tell(
    "last page",
    200,
    async () => {
      await grid.focus();
      await page.keyboard.press("End");
      await grid
        .getByRole("row")
        .filter({ hasText: `case-${cases}` })
        .waitFor();
    },
    open,
  );
  await tell(
    "filter to failures",
    200,
    async () => {
      await views.locator("label", { hasText: /^Failed/ }).click();
      await firstRow.filter({ hasText: "Failed" }).waitFor();
    },
    async () => {
      await views.locator("label", { hasText: /^All/ }).click();
      await firstRow.filter({ hasText: /case-1\b/ }).waitFor();
    },
  );
  await tell(
    "search",
    200,
    async () => {
      await page.getByLabel("Search cases").fill(`case-${cases - 1}`);
      await firstRow.filter({ hasText: `case-${cases - 1}` }).waitFor();
    },
    async () => {
      await page.getByLabel("Search cases").fill("");
      await firstRow.filter({ hasText: /case-1\b/ }).waitFor();
    },
  );
  await tell("comparison", 200, async () => {
    await page.goto(`/compare?runs=${a},${b}`, { waitUntil: "commit" });
    await page.getByRole("grid").getByRole("row").nth(1).waitFor();
  });
  await open();
  console.log(`scrolling: ${await framesPerSecond(page, grid)} frames a second (wanted 60)`);
  await page.close();
}

/** `before` goes back to where each round begins, and is not measured. */
async function tell(
  name: string,
  wantedMs: number,
  work: () => Promise<void>,
  before: () => Promise<void> = async () => undefined,
): Promise<void> {
  const times: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      await before();
      const startedAt = performance.now();
      await work();
      times.push(performance.now() - startedAt);
    }
  } catch (error) {
    console.log(`${name}: not reached (${error instanceof Error ? error.message.split("\n")[0] : error})`);
    return;
  }
  times.sort((one, other) => one - other);
  console.log(`${name}: ${(times[Math.floor(rounds / 2)] ?? 0).toFixed(0)} ms (wanted ${wantedMs})`);
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

/** While a wheel turns for three seconds. */
async function framesPerSecond(page: Page, grid: Locator): Promise<string> {
  await grid.hover();
  const counted = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const startedAt = performance.now();
        let frames = 0;
        const count = () => {
          frames += 1;
          const passedMs = performance.now() - startedAt;
          if (passedMs < 3_000) requestAnimationFrame(count);
          else resolve((frames * 1_000) / passedMs);
        };
        requestAnimationFrame(count);
      }),
  );
  for (let turn = 0; turn < 150; turn += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(15);
  }
  return (await counted).toFixed(1);
}
