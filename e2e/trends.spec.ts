import { readFile } from "node:fs/promises";
import { acceptRun, recordedTrend } from "./support/seed/trend-things.ts";
import { expect, test } from "./support/test.ts";

test("a fall is told with its cases, its run and its limits, and a range is looked at alone with keys", async ({
  page,
}) => {
  const passes = [54, 55, 54, 53, 54, 55, 54, 53, 40, 41, 40, 39];
  const { dataset, runs } = await recordedTrend(passes);
  const [first, last] = [runs[0]?.number, runs.at(-1)?.number];
  await page.goto(`/trends?dataset=${dataset.id}&x=run`);
  await expect(page.getByRole("heading", { name: "Against the run before" })).toBeVisible();
  await expect(page.getByText(`Run ${last} against run ${(last ?? 0) - 1}`)).toBeVisible();

  await acceptRun(dataset.id, runs[3]?.id ?? "");
  await page.reload();
  const alarm = page.getByRole("listitem").filter({ hasText: `worse than accepted run ${runs[3]?.number}` });
  await expect(alarm).toContainText("−23.3 points");
  await expect(alarm).toContainText("on n = 60 cases of both runs; 14 regressed, 0 fixed");
  await expect(alarm.getByRole("link", { name: "See the 14 regressed cases" })).toHaveAttribute(
    "href",
    `/compare?runs=${runs[3]?.id},${runs.at(-1)?.id}&show=regressed`,
  );
  const chart = page.getByRole("figure", { name: `Pass rate of runs on ${dataset.name}` });
  await expect(chart).toContainText(`accepted: run ${runs[3]?.number}, 88.3`);
  await expect(
    page.getByRole("heading", { name: `The level fell after run ${runs[7]?.number}` }),
  ).toBeVisible();
  await expect(page.getByText(/Laney p' chart, limits at 3 standard errors, n = 12 runs/)).toBeVisible();

  const plot = page.getByRole("application", { name: /^Pass rate of runs on/ });
  await plot.focus();
  await page.keyboard.press("Home");
  await expect(plot.getByRole("status")).toContainText(`Run ${first}`);
  for (let step = 0; step < 7; step++) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`range=${first}-${runs[7]?.number}`));
  const grid = page.getByRole("grid", { name: `Runs on ${dataset.name}` });
  await expect(grid).toHaveAttribute("aria-rowcount", "9");
  await expect(page.getByRole("heading", { name: "No change of level found" })).toBeVisible();
  await page.getByRole("button", { name: /show all$/ }).click();
  await expect(grid).toHaveAttribute("aria-rowcount", "13");

  const box = await plot.boundingBox();
  if (box === null) throw new Error("The plot is not on the page.");
  await page.mouse.move(box.x + box.width * 0.75, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, box.y + 120);
  await page.mouse.up();
  await expect(page).toHaveURL(new RegExp(`range=\\d+-${last}`));
  await expect(page.getByRole("heading", { name: "Too few runs for limits" })).toBeVisible();
});

test("graders and slices are lines of their own, and the export is what the table shows", async ({
  page,
}) => {
  const { dataset, runs, modelName } = await recordedTrend([50, 40]);
  await page.goto(`/trends?dataset=${dataset.id}`);
  await page.getByLabel("Of", { exact: true }).selectOption("slices:tag");
  await expect(page).toHaveURL(/of=slices(:|%3A)tag/);
  const lines = page.getByRole("list", { name: "Lines" });
  await expect(lines.getByRole("button")).toHaveText(["even", "odd"]);
  await lines.getByRole("button", { name: "odd" }).click();
  await expect(page.getByRole("heading", { name: "What the line of odd shows" })).toBeVisible();
  await expect(page.getByRole("link", { name: /regressed cases/ }).first()).toHaveAttribute(
    "href",
    /slice=tag(:|%3A)(odd|even)/,
  );

  await page.getByLabel("Metric").selectOption("Mean score");
  await expect(page.getByRole("figure", { name: `Mean score of runs on ${dataset.name}` })).toBeVisible();
  await page.getByLabel("Metric").selectOption("Cost per solved case");
  await expect(page.getByText(/Cost of all answers over attempts that passed/)).toBeVisible();

  await page.getByRole("searchbox", { name: "Search runs" }).fill(`run ${runs[1]?.number}`);
  await expect(page.getByRole("grid", { name: `Runs on ${dataset.name}` })).toHaveAttribute(
    "aria-rowcount",
    "2",
  );
  await page.getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /CSV/ }).click();
  const text = await readFile(await (await download).path(), "utf8");
  const [head, ...rows] = text.trim().split("\r\n");
  expect(head).toContain(`${modelName}: cost-per-solved value`);
  expect(rows.map((row) => row.split(",")[0])).toEqual([`${runs[1]?.number}`]);

  await page.goto("/runs?q=nothing-is-called-so");
  await page.getByRole("button", { name: "Export" }).click();
  await expect(page.getByRole("menuitem", { name: /CSV/ })).toHaveAttribute(
    "href",
    "/api/v1/runs/export?q=nothing-is-called-so",
  );
});
