import { publishedDataset, uniqueName } from "./support/dataset-pages.ts";
import { createGrader, verdictOf } from "./support/grader-pages.ts";
import { expect, test } from "./support/test.ts";

test("an exact match judges while one types, before anything is saved", async ({ page }) => {
  await page.goto("/graders/new");
  await page.getByRole("link", { name: /^Exact match/ }).click();
  const verdict = verdictOf(page);
  await page.getByLabel("Expected").fill("billing");
  await page.getByLabel("Answer of the model").fill("Billing");
  await expect(verdict).toContainText("✗ failed");
  await expect(verdict).toContainText("They differ only in upper and lower case.");
  await page.getByRole("checkbox", { name: "Upper and lower case" }).check();
  await expect(verdict).toContainText("✓ passed");
  await page.getByLabel("Expected").fill("");
  await expect(verdict).toContainText("? unscored");

  await page.getByRole("button", { name: "Take a case…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Dataset").selectOption({ label: "Support tickets" });
  await dialog.getByRole("button", { name: /Two rooms, one therapist/ }).click();
  await expect(page.getByLabel("Expected")).toHaveValue("how-to");
  await expect(verdict).toContainText("✗ failed");

  const name = uniqueName("Right team");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create grader" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Upper and lower case" })).toBeChecked();
  await page.goto(`/graders?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole("grid", { name: "Graders" }).getByRole("row", { name })).toContainText(
    "Exact match",
  );
});

test("a pattern that cannot run is explained at its field and not saved", async ({ page }) => {
  const name = uniqueName("Bad pattern");
  await page.goto("/graders/new?kind=regular-expression");
  await page.getByLabel("Name", { exact: true }).fill(name);
  const pattern = page.getByLabel("Pattern", { exact: true });
  await pattern.fill("order (\\d+");
  await expect(verdictOf(page)).toContainText("This grader cannot run yet");
  await expect(pattern).toHaveAttribute("aria-invalid", "true");
  await expect(pattern).toHaveAccessibleDescription(/missing closing \)|bracket|parenthes/i);
  await page.getByRole("button", { name: "Create grader" }).click();
  await expect(page.getByText("The grader was not saved")).toBeVisible();

  await pattern.fill("(?=look)ahead");
  await expect(pattern).toHaveAccessibleDescription(/look-around|look-ahead/);
  await pattern.fill("order number is (?<number>\\d+)");
  await expect(verdictOf(page)).toContainText("✓ passed");
  await page.getByRole("button", { name: "Create grader" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("a change makes a version that says what it changed; a new name makes none", async ({ page }) => {
  const name = uniqueName("Versioned");
  await createGrader(page, "exact-match", name);
  const versions = page.getByRole("listitem").filter({ hasText: /^Version \d/ });
  await expect(versions).toHaveCount(1);

  await page.getByRole("checkbox", { name: "Punctuation" }).check();
  await page.getByLabel("Weight").fill("2");
  await page.getByRole("button", { name: "Save as version 2" }).click();
  await expect(page.getByText(`Version 2 of ${name} is saved.`)).toBeVisible();
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText("in use");
  await expect(versions.first().getByRole("listitem").filter({ hasText: "weight" })).toContainText("− 1+ 2");
  await expect(versions.first().getByRole("insertion").filter({ hasText: "punctuation" })).toBeVisible();
  await expect(versions.last()).toContainText("Created.");

  await page.getByLabel("Name", { exact: true }).fill(`${name} anew`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name} anew` })).toBeVisible();
  await expect(versions).toHaveCount(2);
});

test("the graders of a dataset are chosen, put in order and kept", async ({ page }) => {
  const [first, second] = [uniqueName("First grader"), uniqueName("Second grader")];
  await createGrader(page, "exact-match", first);
  await createGrader(page, "contains", second);
  const dataset = await publishedDataset(page, uniqueName("Judged"), [
    "id,text,label",
    "j-1,Hello,greeting",
    "j-2,Bye,farewell",
  ]);
  await page.goto(`/graders/dataset/${dataset.id}`);
  await expect(
    page.getByText("Without one, a run of this dataset stores answers that nobody has judged."),
  ).toBeVisible();

  for (const [name, kind] of [
    [first, "Exact match"],
    [second, "Contains"],
  ] as const) {
    await page.getByLabel("Grader to add").selectOption({ label: `${name}, ${kind}` });
    await page.getByRole("button", { name: "Add", exact: true }).click();
  }
  const chosen = page.getByRole("list", { name: "Chosen graders" }).getByRole("listitem");
  await expect(chosen).toHaveText([new RegExp(first), new RegExp(second)]);
  await page.getByRole("button", { name: `Move ${second} up` }).click();
  await expect(chosen).toHaveText([new RegExp(second), new RegExp(first)]);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The graders of this dataset are saved.")).toBeVisible();
  await page.reload();
  await expect(chosen).toHaveText([new RegExp(second), new RegExp(first)]);

  await page.getByRole("button", { name: `Take ${second} out` }).click();
  await page.getByRole("button", { name: "Discard changes" }).click();
  await expect(chosen).toHaveCount(2);
  await page.goto(`/runs/new?dataset=${dataset.id}`);
  await expect(page.getByRole("checkbox", { name: first })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: second })).toBeChecked();
});
