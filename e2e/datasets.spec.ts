import { readFile } from "node:fs/promises";
import {
  becomes,
  caseRow,
  chooseFile,
  createDataset,
  csvFile,
  importAll,
  pasteText,
  publish,
  publishedDataset,
  uniqueName,
} from "./support/dataset-pages.ts";
import { expect, test } from "./support/test.ts";

const fourCases = [
  "id,text,label,tags,split",
  'p-1,Where is my parcel?,delivery,"north,urgent",held-out',
  "p-2,I was charged twice,billing,south,held-out",
  "p-3,Cancel my order,cancellation,south,tuning",
  "p-4,The parcel is broken,delivery,north,held-out",
];

test("a dataset starts as a pasted table whose columns are mapped, and a JSON column becomes objects", async ({
  page,
}) => {
  const dataset = await createDataset(page, uniqueName("Parcels"));
  await pasteText(
    page,
    [
      "id,text,order,label,team",
      'a-1,Where is my parcel?,"{""number"": 17, ""items"": [""book""]}",delivery,north',
      'a-2,I was charged twice,"{""number"": 18, ""items"": []}",billing,south',
    ].join("\n"),
  );

  await expect(page.getByText("pasted text")).toBeVisible();
  await expect(page.getByLabel('What "id" becomes')).toHaveValue("key");
  await expect(page.getByLabel('What "text" becomes')).toHaveValue("input");
  await expect(page.getByLabel('What "label" becomes')).toHaveValue("expected");
  await expect(page.getByLabel('How "order" is read')).toHaveValue("json");
  await expect(page.getByLabel('What "team" becomes')).toHaveValue("metadata");

  await becomes(page, "order", "Input");
  await becomes(page, "team", "Leave out");
  const preview = page.getByRole("region", { name: "First cases as they will be" });
  await expect(preview.getByRole("row").filter({ hasText: "a-1" })).toContainText("JSON");
  await becomes(page, "text", "Leave out");
  await becomes(page, "order", "Metadata");
  await expect(page.getByText("No column is the input.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Import cases" })).toBeDisabled();
  await becomes(page, "text", "Input");
  await becomes(page, "order", "Input");
  await importAll(page);
  await expect(
    page.getByText("2 rows read: 2 cases added, 0 updated, 0 unchanged, 0 rows left out."),
  ).toBeVisible();
  await expect(page.getByText("Columns that were left out")).toBeVisible();
  await expect(page.getByText("team", { exact: true })).toBeVisible();

  await publish(page, "From the first table");
  await page.getByRole("link", { name: "Show the cases" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(dataset.name);
  await caseRow(page, "a-1").click();
  await expect(page.getByRole("dialog").getByText('"number": 17', { exact: false })).toBeVisible();
  await expect(
    page.getByRole("dialog").getByText('"text": "Where is my parcel?"', { exact: false }),
  ).toBeVisible();
});

test("a second file updates cases by their key, and each version tells what it changed", async ({ page }) => {
  const { id } = await publishedDataset(page, uniqueName("Twice"), fourCases);
  await page.getByRole("button", { name: "Import another file" }).click();
  await chooseFile(
    page,
    csvFile("second.csv", [
      "id,text,label",
      "p-1,Where is my parcel?,delivery",
      "p-2,I was charged two times,billing",
      "p-9,Do you ship to Norway?,how-to",
    ]),
  );
  await importAll(page);
  await expect(
    page.getByText("3 rows read: 1 cases added, 1 updated, 1 unchanged, 0 rows left out."),
  ).toBeVisible();
  await publish(page, "Wording of the second case");

  await page.goto(`/datasets/${id}/versions`);
  const versions = page.getByRole("region", { name: "Versions" });
  await expect(versions.getByRole("row").filter({ hasText: "Wording of the second case" })).toContainText(
    "5",
  );
  await page.goto(`/datasets/${id}/versions?changes=2`);
  const changes = page.getByRole("region", { name: "Changed cases" });
  await expect(changes.getByRole("row").filter({ hasText: "p-2" })).toContainText("changed");
  await expect(changes.getByRole("row").filter({ hasText: "p-9" })).toContainText("added");
  await expect(changes.getByRole("row")).toHaveCount(3);

  await page.goto(`/datasets/${id}?version=1&case=p-2`);
  await expect(page.getByRole("dialog").getByText("I was charged twice").first()).toBeVisible();
  await page.goto(`/datasets/${id}?case=p-2`);
  await expect(page.getByRole("dialog").getByText("I was charged two times").first()).toBeVisible();
});

test("a case is edited, added, archived and brought back", async ({ page }) => {
  const { id } = await publishedDataset(page, uniqueName("Edited"), fourCases);
  await page.goto(`/datasets/${id}`);
  const drawer = page.getByRole("dialog");

  await caseRow(page, "p-3").click();
  await drawer.getByRole("button", { name: "Edit" }).click();
  await drawer.getByRole("textbox", { name: /^Expected/ }).fill("refund");
  await drawer.getByRole("textbox", { name: /^Tags/ }).fill("edited");
  await drawer.getByRole("textbox", { name: /^Tags/ }).press("Enter");
  await drawer.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText('"p-3" is saved. Publish to use it in runs.')).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(caseRow(page, "p-3")).toContainText("refund");
  await expect(caseRow(page, "p-3")).toContainText("changed");

  await page.getByRole("button", { name: "Add case" }).click();
  await drawer.getByRole("textbox", { name: /^Key/ }).fill("p-1");
  await drawer.getByRole("textbox", { name: /^Input/ }).fill("Can I pay by card?");
  await drawer.getByRole("textbox", { name: /^Expected/ }).fill("billing");
  await drawer.getByRole("button", { name: "Add case" }).click();
  await expect(drawer.getByRole("alert")).toContainText("p-1");
  await drawer.getByRole("textbox", { name: /^Key/ }).fill("p-5");
  await drawer.getByRole("button", { name: "Add case" }).click();
  await expect(page.getByText('"p-5" is added.')).toBeVisible();
  await expect(caseRow(page, "p-5")).toContainText("Can I pay by card?");

  await caseRow(page, "p-4").getByRole("checkbox").click();
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(caseRow(page, "p-4")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(caseRow(page, "p-4")).toHaveCount(1);

  await publish(page);
  await page.reload();
  await expect(page.getByText("Version 2, published")).toBeVisible();
});

test("cases are searched and filtered, and the address brings a colleague to the same view", async ({
  page,
}) => {
  const { id } = await publishedDataset(page, uniqueName("Searched"), fourCases);
  await page.goto(`/datasets/${id}`);
  const rows = page.getByRole("grid", { name: "Cases" }).getByRole("row");
  await expect(rows).toHaveCount(5);

  await page.getByLabel("Search cases").fill("parcel");
  await expect(rows).toHaveCount(3);
  await expect(page.getByText("2 of 4 cases")).toBeVisible();
  await page.getByRole("button", { name: "Tag", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: /urgent/ }).click();
  await page.keyboard.press("Escape");
  await expect(rows).toHaveCount(2);
  await expect(page).toHaveURL(/q=parcel/);
  await expect(page).toHaveURL(/tag=urgent/);
  await caseRow(page, "p-1").click();
  await expect(page).toHaveURL(/case=p-1/);

  const colleague = await page.context().newPage();
  await colleague.goto(page.url());
  await expect(colleague.getByRole("dialog")).toContainText("Where is my parcel?");
  await colleague.keyboard.press("Escape");
  await expect(colleague.getByRole("grid", { name: "Cases" }).getByRole("row")).toHaveCount(2);
  await colleague.close();

  await page.keyboard.press("Escape");
  await page.getByLabel("Search cases").fill("nothing like this");
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(rows).toHaveCount(5);
  await page.getByRole("button", { name: "Split", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: /tuning/ }).click();
  await page.keyboard.press("Escape");
  await expect(rows).toHaveCount(2);
  await page.goto(`/datasets/${id}?split=tuning&sort=key.desc`);
  await expect(caseRow(page, "p-3")).toBeVisible();
});

test("an exported table holds what the filter shows, and no cell that a spreadsheet would run", async ({
  page,
}) => {
  const { id } = await publishedDataset(page, uniqueName("Exported"), [
    "id,text,label",
    'x-1,"=HYPERLINK(""http://evil.example"",""open"")",+1',
    "x-2,@SUM(A1),-2+3",
    "x-3,plain words,plain",
    "y-1,not asked for,plain",
  ]);
  await page.goto(`/datasets/${id}?q=x-`);
  await expect(page.getByText("3 of 4 cases")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: /CSV/ }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).split("\r\n");
  expect((await download).suggestedFilename()).toMatch(/^exported-.*\.csv$/);
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.example"",""open"")",'+1`);
  expect(lines[2]).toContain("'@SUM(A1),'-2+3");
  expect(lines[3]).toContain("x-3,plain words,plain");
  expect(lines.filter((line) => line !== "")).toHaveLength(4);
});
