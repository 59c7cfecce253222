import type { BrowserContext } from "@playwright/test";
import { openWorkspace } from "./in-workspace.ts";
import type { SeededPages } from "./seed-pages.ts";

const rounds = 40;

/** Prints how long the server takes for whole documents, compressed, to the last byte: the first of each apart, which finds nothing remembered. */
export async function measureAnswers(
  context: BrowserContext,
  { large, many, trend }: SeededPages,
): Promise<void> {
  await openWorkspace(context, large);
  const [a = "", b = ""] = large.runIds;
  await measure(context, "an almost empty page", "/schedules", null);
  await measure(context, "a large run", `/runs/${a}`, 150);
  await measure(context, "two large runs compared", `/compare?runs=${a},${b}`, 400);
  await openWorkspace(context, many);
  await measure(
    context,
    "ten runs of a tenth of that compared",
    `/compare?runs=${many.runIds.join(",")}`,
    400,
  );
  await openWorkspace(context, trend);
  await measure(context, "the trend of 1,000 runs", `/trends?dataset=${trend.datasetId}`, 200);
}

async function measure(
  context: BrowserContext,
  name: string,
  path: string,
  wantedMs: number | null,
): Promise<void> {
  const first = await answerMs(context, path);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await answerMs(context, path));
  times.sort((one, other) => one - other);
  const at = (share: number) => (times[Math.ceil(share * rounds) - 1] ?? 0).toFixed(0);
  console.log(
    `${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms${wantedMs === null ? "" : ` (wanted ${wantedMs})`}; the first answer ${first.toFixed(0)} ms`,
  );
}

/** To the last byte. */
async function answerMs(context: BrowserContext, path: string): Promise<number> {
  const startedAt = performance.now();
  const response = await context.request.get(path);
  await response.body();
  if (response.status() !== 200) throw new Error(`${path} answered ${response.status()}.`);
  return performance.now() - startedAt;
}
