import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import { ownRun } from "./support/seed/own-run.ts";
import { ownerContext } from "./support/seed/owner-context.ts";
import { withVerbs } from "./support/seed/with-verbs.ts";
import { expectSoundPage } from "./support/sound-page.ts";
import { expect, test } from "./support/test.ts";

test.describe.configure({ timeout: 150_000 });

const sight = (page: Page) => page.getByRole("region", { name: "What this run is doing" });
const cases = (page: Page) => page.getByRole("grid", { name: "Cases of this run" });

test("a run on its way shows its speed, its calls, its limit and its workers, and what it waits for", async ({
  page,
  modelServer,
}) => {
  modelServer.setBehaviour({ kind: "answer", latencyMs: 400 });
  const { runId } = await ownRun(echoCases(200), modelServer, 4);
  await page.goto(`/runs/${runId}`);
  await expect(sight(page)).toContainText(/\d+ calls? (is|are) under way|All 4 calls/, { timeout: 60_000 });
  await expect(sight(page)).toContainText(/Limit in force: 4\. As the connection is set\./);
  await expect(sight(page)).toContainText(/[1-9]\d*\.\d\/s now/);
  await expect(sight(page).getByRole("region", { name: "Workers of this run" })).toContainText(/\d+ s ago/);
  await expect(sight(page).getByRole("img", { name: /^Attempts in each of the last/ })).toBeVisible();

  modelServer.setBehaviour({ kind: "rate-limit-storm", everyNth: 2, retryAfterMs: 3_000 });
  await expect(sight(page)).toContainText(/No call is made to .* for another \d+ s\./, { timeout: 30_000 });
  await expect(sight(page)).toContainText(/Limit in force: [123] of 4\. Halved after “too many”/);
  modelServer.setBehaviour({ kind: "answer" });
  await expect(page.getByText(/^Passed 200 of 200 scored cases/)).toBeVisible({ timeout: 90_000 });
  await expect(sight(page)).toBeHidden();
});

/** Of six cases, two pass always, two now and then, two never. */
function unsteady() {
  const asked = new Map<string, number>();
  return (text: string) => {
    const count = (asked.get(text) ?? 0) + 1;
    asked.set(text, count);
    const number = Number(/c-000(\d)/.exec(text)?.[1]);
    return number <= 2 || (number <= 4 && count % 2 === 0) ? text : "something else";
  };
}

test("repetitions: steady and unsteady cases, pass@k, and the attempts of a case one key apart", async ({
  page,
  modelServer,
}) => {
  const answer = unsteady();
  modelServer.setBehaviour({
    kind: "answer",
    finishReason: "length",
    answer: (messages) => answer(messages.at(-1)?.content ?? ""),
  });
  const { runId } = await ownRun(echoCases(6), modelServer, 4, 4);
  await page.goto(`/runs/${runId}`);
  await expect(page.getByText(/^Passed 12 of 24 scored attempts: 50\.0/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/tells as much as \d+ independent attempts/)).toBeVisible();

  const stability = page.getByRole("figure").filter({ hasText: "Always pass" });
  await expect(stability).toContainText(/Always pass\s*2/);
  const table = page.getByRole("region", { name: "pass@k and pass^k" });
  await expect(table.getByRole("row")).toHaveCount(5);
  await expect(table.getByRole("row").nth(1)).toContainText(/^1\s*6\s*50\.0.*50\.0/);
  await expect(table.getByRole("row").nth(4)).toContainText(/^4\s*6\s*66\.7.*33\.3/);
  await expect(page.getByText("24 answers were cut off")).toBeVisible();
  await expectSoundPage(page);

  await stability.getByRole("link", { name: "Sometimes" }).click();
  await expect(page).toHaveURL(/view=all&stability=sometimes/);
  await expect(cases(page)).toHaveAttribute("aria-rowcount", "9");
  await expect(cases(page).getByRole("row").nth(1)).toContainText("2 of 4");

  await cases(page).getByRole("row").nth(1).click();
  const steps = page.getByRole("navigation", { name: "Repetitions" });
  await expect(steps).toContainText("2 of 4 passed · repetition 1 is shown");
  await page.keyboard.press("l");
  await expect(steps).toContainText("repetition 2 is shown");
  await expect(page).toHaveURL(/repetition=2/);
  await page.keyboard.press("h");
  await expect(steps).toContainText("repetition 1 is shown");
  await page.goto(`/runs/${runId}?view=all&case=c-0003&repetition=4`);
  await expect(steps).toContainText("repetition 4 is shown");
  await expectSoundPage(page);
});

test("a self-hosted server tells its load on the page of its connection; a silent one tells nothing", async ({
  page,
  modelServer,
}) => {
  const vllm = createServer((request, response) => {
    if (request.url !== "/metrics") return response.writeHead(404).end();
    const labels = '{engine="0",model_name="small"}';
    response
      .writeHead(200, { "content-type": "text/plain; version=0.0.4" })
      .end(
        `vllm:num_requests_running${labels} 7\nvllm:num_requests_waiting${labels} 3\nvllm:kv_cache_usage_perc${labels} 0.42\n`,
      );
  });
  await new Promise<void>((resolve) => vllm.listen(0, "127.0.0.1", resolve));
  // What it listens on is an address with a port, because it listens on one.
  const { port } = vllm.address() as AddressInfo;
  const [loud, silent] = await withVerbs(async () => {
    const ctx = await ownerContext();
    return [
      await serverModel(ctx, { baseUrl: `http://127.0.0.1:${port}/v1` }),
      await serverModel(ctx, { baseUrl: modelServer.baseUrl }),
    ];
  });
  await page.goto(`/models/connections/${loud?.connectionId}`);
  await expect(page.getByText(/As vLLM tells it/)).toBeVisible();
  await expect(page.getByText("requests running")).toBeVisible();
  await expect(page.getByText(/^42\s%$/)).toBeVisible();
  await expectSoundPage(page);
  await page.goto(`/models/${loud?.modelId}`);
  await expect(page.getByText(/As vLLM tells it/)).toBeVisible();
  await page.goto(`/models/connections/${silent?.connectionId}`);
  await expect(page.getByRole("button", { name: "Test" }).first()).toBeVisible();
  await expect(page.getByText(/As vLLM tells it/)).toHaveCount(0);
  vllm.close();
});

test("metrics are off without a token, in one sentence", async ({ page }) => {
  const response = await page.request.get("/api/metrics");
  expect(response.status()).toBe(404);
  expect(await response.text()).toMatch(
    /^Metrics are off\. Set TOUCHSTONE_METRICS_TOKEN to turn them on\.\n$/,
  );
});
