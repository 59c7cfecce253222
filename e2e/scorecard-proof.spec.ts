import type { Page } from "@playwright/test";
import { createGrader } from "#lib/graders/create-grader.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import { uniqueName } from "./support/dataset-pages.ts";
import { openRunOf, waitForScorecard } from "./support/run-pages.ts";
import { echoCases } from "./support/seed/echo-things.ts";
import { ownerContext } from "./support/seed/owner-context.ts";
import { withVerbs } from "./support/seed/with-verbs.ts";
import { expect, test } from "./support/test.ts";
import { waitForRuns } from "./support/wait-for-runs.ts";

const verdict = (page: Page) => page.getByRole("heading", { name: "Verdict" }).locator("..");

async function holdAgainst(page: Page, bar: string): Promise<void> {
  const field = page.getByLabel("Bar for the pass rate, in per cent");
  await field.fill(bar);
  await page.getByRole("button", { name: "Hold against it" }).click();
  await page.waitForURL((url) => url.searchParams.get("bar") === bar);
}

test("a run is held against a bar: it clears it, misses it, or says how many more cases would settle it", async ({
  page,
}) => {
  await openRunOf(page, "Naive Bayes (tickets)");
  await holdAgainst(page, "5");
  await expect(verdict(page)).toContainText(
    /Clears the bar: \d+\.\d\s% \[\d+\.\d, \d+\.\d\] on 180 cases, and even the lower limit reaches 5\s%\./,
  );
  await expect(verdict(page)).toContainText("Clopper-Pearson interval, 95\u202f%.");
  await holdAgainst(page, "99.9");
  await expect(verdict(page)).toContainText(/Misses the bar: .* stays below 99\.9\s%\./);

  const [, passed = "0"] = /^Passed (\d+) of 180/.exec(await waitForScorecard(page)) ?? [];
  const near = String(Math.round((Number(passed) / 180) * 100) + 1);
  await holdAgainst(page, near);
  await expect(verdict(page)).toContainText(
    new RegExp(`Not yet: .* the bar is ${near}\\s%; about [\\d,]+ more cases would settle it\\.`),
  );
  const colleague = await page.context().newPage();
  await colleague.goto(page.url());
  await expect(verdict(colleague)).toContainText("Not yet:");
  await colleague.close();
  await page.getByRole("link", { name: "Without a bar" }).click();
  await expect(verdict(page)).not.toContainText("Not yet:");
});

test("every figure says what it rests on, and slices are compared with all that were looked at in mind", async ({
  page,
}) => {
  await openRunOf(page, "Naive Bayes (tickets)");
  const figures = page.getByRole("term").filter({ hasText: "Latency p95" }).locator("..");
  await expect(figures).toContainText(/not estimable|\[.+ms, .+ms\]/);
  await expect(figures).toContainText("n 180");
  await expect(
    page.getByText(/^Of \d+ slices over all dimensions .* Benjamini-Hochberg at 5\s%/),
  ).toBeVisible();
  await expect(
    page.getByText(/^Intervals: Wilson interval, 95\s%\. Pass or fail with one attempt/).first(),
  ).toBeVisible();
  await expect(page.getByRole("heading", { name: "Floors" })).toBeHidden();
});

test("critical graders stand apart, repetitions show what is flaky, and a solved case has a price", async ({
  page,
  modelServer,
}) => {
  test.setTimeout(120_000);
  let calls = 0;
  modelServer.setBehaviour({
    kind: "answer",
    answer: (messages) => (calls++ % 3 === 0 ? "nonsense" : (messages.at(-1)?.content ?? "")),
  });
  const runId = await withVerbs(async () => {
    const ctx = await ownerContext();
    const config = { source: "config", texts: ["s"], mode: "any", ignoreCase: false };
    const name = uniqueName("Says something");
    const critical = await createGrader(ctx, { name, kind: "contains", config, critical: true });
    const cases = echoCases(8);
    const run = await startedRun(ctx, {
      cases,
      baseUrl: modelServer.baseUrl,
      repetitions: 4,
      graderVersionIds: [critical.versionId],
      maxConcurrency: 1,
    });
    return run.runId;
  });
  await waitForRuns();
  await page.goto(`/runs/${runId}`);
  await waitForScorecard(page);

  const floors = page.getByRole("list", { name: "Critical graders" });
  await expect(floors).toContainText("not broken");
  // Four attempts at each of eight cases prove no more than eight cases: 1 - 0.05^(1/8).
  await expect(floors).toContainText(/0 of 32 failed: at most 31\.3\s% at 95\s% confidence\./);
  await expect(page.getByText(/^More cases or more repetitions\? Twice the cases/)).toBeVisible();
  const price = page.getByRole("term").filter({ hasText: "Cost per passed attempt" }).locator("..");
  await expect(price).toContainText(/\$0\.0\d+\s*\[\$.+, \$.+\].*n 32/);

  await page.goto(`/runs/${runId}?view=all&stability=sometimes`);
  const cases = page.getByRole("grid", { name: "Cases of this run" });
  await expect(cases.getByRole("row").nth(1)).toContainText("flaky");
  const attempts = Number(await cases.getAttribute("aria-rowcount")) - 1;
  await page.getByRole("radio", { name: "Each case" }).click();
  await expect(page).toHaveURL(/rows=case/);
  await expect(cases).toHaveAttribute("aria-rowcount", String(attempts / 4 + 1));
});
