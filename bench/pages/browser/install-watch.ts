import type { BrowserContext, Page } from "@playwright/test";

/** A row of a table that a person waits for. */
export type AwaitedRow = {
  /** The name of the table. */
  grid: string;
  /** What the row says; any row when it is left out. */
  text?: string;
  /** Only the first of the rows counts. */
  isFirst?: boolean;
};

type Watch = {
  /** When the page began to load, or since the last `mark` the newest key, press or input; milliseconds as `performance.now()`. */
  since: number;
  until: (row: AwaitedRow) => Promise<number>;
  /** Of the act that is measured. */
  seen?: Promise<number>;
};
declare global {
  interface Window {
    benchWatch: Watch;
  }
}

/** Every page of the context can tell from now on when a row is seen. */
export async function installWatch(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const isShown = ({ grid, text, isFirst = false }: AwaitedRow) => {
      const table = document.querySelector(`[role=grid][aria-label="${grid}"]`);
      const box = table?.parentElement?.getBoundingClientRect();
      if (!table || !box) return false;
      const rows = [...table.querySelectorAll("tbody [role=row]")];
      return rows.slice(0, isFirst ? 1 : rows.length).some((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        const isInSight = top < Math.min(box.bottom, window.innerHeight) && bottom > Math.max(box.top, 0);
        return isInSight && (text === undefined || row.textContent.includes(text));
      });
    };
    const watch: Watch = {
      since: 0,
      // In a frame that has the row; a message posted there arrives after the frame was painted.
      until: (row) =>
        new Promise((resolve, reject) => {
          const startedAt = performance.now();
          const look = () => {
            if (performance.now() - startedAt > 15_000)
              return reject(new Error("The row was not seen in 15 s."));
            if (!isShown(row)) return requestAnimationFrame(look);
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - watch.since);
            port2.postMessage(null);
          };
          look();
        }),
    };
    window.benchWatch = watch;
    const mark = (event: Event) => {
      watch.since = event.timeStamp;
    };
    for (const type of ["pointerup", "keydown", "input"]) window.addEventListener(type, mark, true);
  });
}

/** From the beginning of the page's loading until the frame with the row was painted, in milliseconds. */
export async function loadedUntil(page: Page, address: string, row: AwaitedRow): Promise<number> {
  await page.goto(address, { waitUntil: "commit" });
  return await page.evaluate((awaited) => window.benchWatch.until(awaited), row);
}

/** From the last key, press or input of `act`, by the browser's own clock, until the frame with the row was painted, in milliseconds. */
export async function actedUntil(page: Page, act: () => Promise<void>, row: AwaitedRow): Promise<number> {
  await page.evaluate((awaited) => {
    window.benchWatch.seen = new Promise((resolve) => {
      // The row may have been there before: only what is shown after the act counts.
      const begin = () => resolve(window.benchWatch.until(awaited));
      for (const type of ["pointerup", "keydown", "input"])
        window.addEventListener(type, begin, { once: true });
    });
  }, row);
  await act();
  return (await page.evaluate(async () => await window.benchWatch.seen)) ?? Number.NaN;
}
