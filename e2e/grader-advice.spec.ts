import { labelAttempt } from "#lib/review/labels/label-attempt.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { publishedDataset, uniqueName } from "./support/dataset-pages.ts";
import { waitForScorecard } from "./support/run-pages.ts";
import { ownGrader, ownRun } from "./support/seed/own-run.ts";
import { ownerContext } from "./support/seed/owner-context.ts";
import { withVerbs } from "./support/seed/with-verbs.ts";
import { expectAccessible } from "./support/sound-page.ts";
import { expect, test } from "./support/test.ts";

test("graders that fit the cases are proposed with what they cannot see, and one press chooses one", async ({
  page,
}) => {
  const labels = ["billing", "bug", "how-to"];
  const dataset = await publishedDataset(page, uniqueName("Proposed"), [
    "id,text,label",
    ...Array.from({ length: 9 }, (_, index) => `p-${index + 1},Message ${index + 1},${labels[index % 3]}`),
  ]);
  await page.goto(`/graders/dataset/${dataset.id}`);
  const proposal = page.getByRole("listitem").filter({ hasText: "What it cannot see" }).first();
  await expect(proposal).toContainText("The expected values look like labels: 3 different ones in 9 cases.");
  await expect(proposal).toContainText("free");
  await proposal.getByRole("button", { name: /^Use / }).click();
  await expect(page.getByText("The grader is chosen.")).toBeVisible();
  const chosen = page.getByRole("list", { name: "Chosen graders" }).getByRole("listitem");
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toContainText("Exact match");

  await page.getByRole("radio", { name: /^the mean score is high enough/ }).check();
  await page.getByLabel("Mean score, at least").fill("0.75");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The graders of this dataset are saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: /^the mean score is high enough/ })).toBeChecked();
  await expect(page.getByLabel("Mean score, at least")).toHaveValue("0.75");
});

test("the audit sets a grader beside what people say", async ({ page, modelServer }) => {
  const run = await ownRun(echoCases(24), modelServer, 4);
  await page.goto(`/runs/${run.runId}`);
  await waitForScorecard(page);
  await page.goto(`/graders/dataset/${run.datasetId}`);
  await expect(page.getByRole("heading", { name: "How these graders do" })).toBeVisible();
  await expect(page.getByText("It never fails an answer")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Beside people" })).toBeHidden();

  await withVerbs(async () => {
    const ctx = await ownerContext();
    for (const [index, { key }] of echoCases(12).entries()) {
      await labelAttempt(ctx, { runId: run.runId, key, verdict: index < 9 ? "passed" : "failed" });
    }
  });
  await page.reload();
  const beside = page.getByRole("region", { name: "How graders agree with people" });
  await expect(beside.getByRole("row").nth(1)).toContainText("75.0");
  await expect(beside).toContainText("cannot tell yet: about 8 more labels");
  await expectAccessible(page);
});

test("what another rule would change is seen before the answers are graded again", async ({
  page,
  modelServer,
}) => {
  test.setTimeout(150_000);
  const run = await ownRun(echoCases(6), modelServer, 4);
  const strict = await ownGrader("never in an answer");
  await page.goto(`/runs/${run.runId}`);
  await waitForScorecard(page);
  const more = page.getByRole("button", { name: /^More for run \d+$/ });
  await more.click();
  await page.getByRole("menuitem", { name: "Add graders…" }).click();
  const dialog = page.getByRole("dialog");
  // The first dialog of the page: its frame is loaded when it is wanted, and the menu is gone by then.
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(more).toBeFocused();
  await more.click();
  await page.getByRole("menuitem", { name: "Add graders…" }).click();
  await dialog.getByRole("checkbox", { name: new RegExp(strict) }).check();
  await dialog.getByRole("button", { name: "Add grader" }).click();
  await expect(page.getByText(/^Passed 0 of 6 scored cases/)).toBeVisible({ timeout: 60_000 });

  await more.click();
  await page.getByRole("menuitem", { name: "Grade again…" }).click();
  await dialog.getByRole("radio", { name: /^one grader passes it/ }).check();
  const preview = dialog.getByRole("region", { name: "Preview of the verdicts" });
  await expect(preview).toContainText("6 of 6 verdicts would change.", { timeout: 30_000 });
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(more).toBeFocused();
  await expect(page.getByText(/^Passed 0 of 6 scored cases/)).toBeVisible();

  await more.click();
  await page.getByRole("menuitem", { name: "Grade again…" }).click();
  await dialog.getByRole("radio", { name: /^one grader passes it/ }).check();
  await dialog.getByRole("button", { name: "Grade again" }).click();
  await expect(page.getByText(/^Passed 6 of 6 scored cases/)).toBeVisible({ timeout: 60_000 });
});

test("a run in which every call errored opens on its errors", async ({ page, modelServer }) => {
  modelServer.setBehaviour({ kind: "status", code: 400, body: '{"error": {"message": "No such model."}}' });
  const run = await ownRun(echoCases(3), modelServer, 2);
  await page.goto(`/runs/${run.runId}`);
  await expect(page.getByRole("radio", { name: "Errored 3" })).toBeChecked({ timeout: 60_000 });
  await expect(page.getByRole("grid", { name: "Cases of this run" })).toHaveAttribute("aria-rowcount", "4");
});
