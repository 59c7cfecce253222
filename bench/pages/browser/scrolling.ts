import type { BrowserContext, Locator, Page } from "@playwright/test";

/** Frames while a wheel turns over a list for three seconds, 400 px a turn. */
export async function framesOfPage(page: Page, list: Locator): Promise<string> {
  await list.hover();
  const counted = page.evaluate(
    () =>
      new Promise<{ perSecond: number; slowest: number }>((resolve) => {
        const startedAt = performance.now();
        const gaps: number[] = [];
        let before = startedAt;
        const count = () => {
          const now = performance.now();
          gaps.push(now - before);
          before = now;
          if (now - startedAt < 3_000) requestAnimationFrame(count);
          else {
            gaps.sort((one, other) => one - other);
            const slowest = gaps[Math.ceil(0.95 * gaps.length) - 1] ?? 0;
            resolve({ perSecond: (gaps.length * 1_000) / (now - startedAt), slowest });
          }
        };
        requestAnimationFrame(count);
      }),
  );
  for (let turn = 0; turn < 150; turn += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(15);
  }
  const { perSecond, slowest } = await counted;
  return `${perSecond.toFixed(1)} frames a second, 95 % of them within ${slowest.toFixed(0)} ms`;
}

/** The same over lines of text without any script: what this browser can do at most. */
export async function framesOfPlainList(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  const lines = Array.from(
    { length: 20_000 },
    (_, line) => `<div style="height:33px">line ${line} of a plain list</div>`,
  );
  await page.setContent(`<div id="list" style="height:660px;overflow:auto">${lines.join("")}</div>`);
  const frames = await framesOfPage(page, page.locator("#list"));
  await page.close();
  return frames;
}
