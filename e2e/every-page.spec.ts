import { type Address, pageAddresses } from "./support/addresses.ts";
import { productRoutes } from "./support/product-routes.ts";
import { type NamedThings, thingsOfOwner } from "./support/seed/seed-workspace.ts";
import { expectAccessible, expectReadableInDark, expectSoundPage } from "./support/sound-page.ts";
import { expect, test } from "./support/test.ts";

/** What pages show beside their plain view. */
const views: Readonly<Record<string, Address>> = {
  "a run with no case open": ({ runIds }) => `/runs/${runIds[0]}`,
  "runs that a search does not find": () => "/runs?q=nothing-is-called-so",
  "a dataset with a case open": ({ datasetId, caseKey }) => `/datasets/${datasetId}?case=${caseKey}`,
  "a dataset with a new case": ({ datasetId }) => `/datasets/${datasetId}?add=true`,
  "two runs with a case open": ({ runIds, caseKey }) => `/compare?runs=${runIds.join(",")}&case=${caseKey}`,
  "a comparison without runs": () => "/compare",
  "a trend of each grader along runs": ({ datasetId }) =>
    `/trends?dataset=${datasetId}&metric=mean-score&x=run`,
  "a trend of a range without runs": ({ datasetId }) => `/trends?dataset=${datasetId}&range=900000-900001`,
  "a comparison that waits for its second run": ({ runIds }) => `/compare?runs=${runIds[0]}`,
  "two runs, of which only what regressed is shown": ({ runIds }) =>
    `/compare?runs=${runIds.join(",")}&show=regressed&margin=5`,
  "a new model behind a server": () => "/models/new?kind=server",
  "a new built-in model": () => "/models/new?kind=built-in&builtIn=naive-bayes",
  "a new grader of a kind": () => "/graders/new?kind=json-schema",
  "a new run of a dataset": ({ datasetId, modelId }) => `/runs/new?dataset=${datasetId}&models=${modelId}`,
};

const phone = { width: 360, height: 800 };
const forVisitors = ["/sign-in", "/setup", "/invitation"];
const routes = (await productRoutes()).filter(({ kind }) => kind === "page").map(({ route }) => route);
const addresses: Readonly<Record<string, Address>> = {
  ...Object.fromEntries(routes.map((route) => [route, pageAddresses[route] ?? (() => route)])),
  ...views,
};

let things: NamedThings;

test.use({ contextOptions: { reducedMotion: "reduce" } });

test.beforeAll(async () => {
  things = await thingsOfOwner();
});

for (const [name, address] of Object.entries(addresses)) {
  test.describe(name, () => {
    if (forVisitors.includes(name)) test.use({ storageState: { cookies: [], origins: [] } });

    test("is sound on a desk, in the dark and on a phone", async ({ page }) => {
      const opened = address(things);
      const drawers = /[?&](case|add)=/.test(opened) ? 1 : 0;
      await page.goto(opened);
      await expect(page.getByRole("dialog")).toHaveCount(drawers);
      await expectSoundPage(page);
      await expectReadableInDark(page);
      await page.setViewportSize(phone);
      await page.reload();
      await expect(page.getByRole("dialog")).toHaveCount(drawers);
      await expectSoundPage(page);
    });
  });
}

test("the menu of a phone is accessible", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto("/");
  await page.getByRole("button", { name: "Open the menu" }).click();
  await expect(page.getByRole("dialog").getByRole("link", { name: "Runs" })).toBeVisible();
  await expectAccessible(page);
  await expectReadableInDark(page);
});
