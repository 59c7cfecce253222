import type { Page } from "@playwright/test";
import { labelAttempt } from "#lib/review/labels/label-attempt.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { waitForScorecard } from "./support/run-pages.ts";
import { ownRun } from "./support/seed/own-run.ts";
import { ownerContext } from "./support/seed/owner-context.ts";
import { withVerbs } from "./support/seed/with-verbs.ts";
import { expectSoundPage } from "./support/sound-page.ts";
import { expect, test } from "./support/test.ts";

const cases = (page: Page) => page.getByRole("grid", { name: "Cases of this run" });
const ownVerdict = (page: Page) => page.getByRole("group", { name: "Your verdict" });
const pressed = (page: Page, name: RegExp) => ownVerdict(page).getByRole("button", { name, pressed: true });

test("answers are judged with the keyboard, noted, undone, marked and filtered", async ({
  page,
  modelServer,
}) => {
  const run = await ownRun(echoCases(6), modelServer, 4);
  await page.goto(`/runs/${run.runId}?view=all`);
  await waitForScorecard(page);
  await cases(page).getByRole("row").nth(1).click();
  const drawer = page.getByRole("dialog");
  const title = drawer.getByRole("heading").first();
  const key = await title.innerText();
  await expect(ownVerdict(page).getByRole("button", { name: /^Failed/ })).toBeEnabled();

  await page.keyboard.press("f");
  await expect(pressed(page, /^Failed/)).toBeVisible();
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Note" }).fill("It repeats the question.");
  await page.getByLabel("Failure mode").fill("echo");
  await page.keyboard.press("Escape");
  await expect(drawer).toBeVisible();
  await expect(ownVerdict(page)).toContainText("echo: It repeats the question.");
  await page.keyboard.press("p");
  await expect(pressed(page, /^Passed/)).toBeVisible();
  await expect(ownVerdict(page)).not.toContainText("echo");
  await page.keyboard.press("u");
  await expect(pressed(page, /^Failed/)).toBeVisible();
  await expect(ownVerdict(page)).toContainText("echo: It repeats the question.");
  await expect(ownVerdict(page).getByRole("status")).toHaveText("Your verdict is kept: failed");

  await page.keyboard.press("j");
  await expect(title).not.toHaveText(key);
  await expect(ownVerdict(page).getByRole("button", { name: /^Failed/ })).toBeEnabled();
  await page.keyboard.press("f");
  await expect(pressed(page, /^Failed/)).toBeVisible();
  await page.keyboard.press("n");
  await expect(drawer.locator("datalist option")).toHaveAttribute("value", "echo");
  await expectSoundPage(page);
  await page.keyboard.press("Escape");
  await expect(ownVerdict(page).getByRole("status")).toHaveText("Your verdict is kept: failed");
  await page.keyboard.press("k");
  await expect(title).toHaveText(key);
  await expect(ownVerdict(page)).toContainText("echo: It repeats the question.");
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();

  await expect(cases(page).getByText("1 person says failed", { exact: false })).toHaveCount(2);
  for (const [choice, rows] of [
    ["Labelled", 2],
    ["Not labelled", 4],
    ["Disagree with the verdict", 2],
  ] as const) {
    await page.getByRole("button", { name: /^Labels/ }).click();
    await page.getByRole("menuitemcheckbox", { name: choice, exact: true }).click();
    await expect(cases(page)).toHaveAttribute("aria-rowcount", String(rows + 1));
  }
  await expect(page).toHaveURL(/labels=disagrees/);
  await page.reload();
  await expect(cases(page)).toHaveAttribute("aria-rowcount", "3");
});

test("what others say is shown after one's own verdict, and at once to whoever asks", async ({
  page,
  modelServer,
}) => {
  const run = await ownRun(echoCases(2), modelServer, 2);
  await page.goto(`/runs/${run.runId}`);
  await waitForScorecard(page);
  await withVerbs(async () =>
    labelAttempt(await ownerContext(), {
      ...{ runId: run.runId, key: "c-0001", verdict: "failed", note: "Not what was asked." },
      failureMode: "off the point",
    }),
  );
  await page.goto(`/runs/${run.runId}?view=all&case=c-0001`);
  const others = page.getByRole("region", { name: "What others say" });
  await expect(others).toContainText("One other person has judged this answer.");
  await expect(others).not.toContainText("Not what was asked.");
  await page.keyboard.press("p");
  await expect(others).toContainText("Not what was asked.");
  await expect(others).toContainText("off the point");
  await page.keyboard.press("u");
  await expect(others).not.toContainText("Not what was asked.");
  await others.getByRole("button", { name: "Show it now" }).click();
  await expect(others).toContainText("Not what was asked.");
});
