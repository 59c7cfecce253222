import { expect, type Locator, type Page } from "@playwright/test";
import { publishedDataset, uniqueName } from "./dataset-pages.ts";
import { createConnection, createModel, fillServerModel } from "./model-pages.ts";

/** A dataset of short texts; a model that repeats what it is told passes the cases with an odd number, and no other. */
export async function echoDataset(page: Page, name: string, cases: number) {
  const lines = Array.from({ length: cases }, (_, index) => {
    const number = index + 1;
    return `c-${number},say ${number},${number % 2 === 1 ? `say ${number}` : "something else"}`;
  });
  return await publishedDataset(page, uniqueName(name), ["id,text,label", ...lines]);
}

/** A model behind a connection of its own that gets the input as its only message. */
export async function echoModel(
  page: Page,
  { name, baseUrl, apiKey, dataset }: { name: string; baseUrl: string; apiKey?: string; dataset: string },
): Promise<string> {
  const model = uniqueName(name);
  await createConnection(page, { name: `${model} server`, baseUrl, ...(apiKey !== undefined && { apiKey }) });
  await fillServerModel(page, { name: model, connection: `${model} server`, dataset });
  await page.getByLabel("Text of message 1").fill("{{input}}");
  await createModel(page, model);
  return model;
}

/** Chooses dataset, models and the graders that its cases suggest; the button that starts the runs is returned unpressed. */
export async function chooseRuns(page: Page, datasetId: string, models: readonly string[]): Promise<Locator> {
  await page.goto(`/runs/new?dataset=${datasetId}`);
  const create = page.getByRole("button", { name: /^Create (it|them)$/ });
  await expect(create.or(page.getByRole("checkbox", { name: /v\d+$/ })).first()).toBeVisible();
  if (await create.isVisible()) {
    await create.click();
    await expect(create).toBeHidden();
  }
  for (const model of models) {
    await page.getByRole("checkbox", { name: model }).check();
  }
  const start = page.getByRole("button", {
    name: models.length === 1 ? "Start run" : `Start ${models.length} runs`,
  });
  await expect(start).toBeEnabled();
  return start;
}

/** Starts one run and opens its page. */
export async function startRun(page: Page, datasetId: string, model: string): Promise<string> {
  await (await chooseRuns(page, datasetId, [model])).click();
  await page.waitForURL((url) => /^\/runs\/[0-9a-f-]{36}$/.test(url.pathname));
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

export async function waitForScorecard(page: Page): Promise<string> {
  const sentence = page.getByText(/^(Passed [\d,]+ of|No case (was tried|could be scored))/);
  await expect(sentence).toBeVisible({ timeout: 90_000 });
  return await sentence.innerText();
}

/** Where every planned case went, as the permanent line tells it. */
export async function outcomeLine(page: Page): Promise<Record<string, number>> {
  const line = await page
    .getByRole("img", { name: /^Where every planned case went/ })
    .getAttribute("aria-label");
  const parts = [...(line ?? "").matchAll(/(Passed|Failed|Errored|Unscored|Missing) ([\d,]+)/g)];
  const planned = /of ([\d,]+)$/.exec(line ?? "")?.[1] ?? "";
  const number = (text = "") => Number(text.replaceAll(",", ""));
  return {
    ...Object.fromEntries(parts.map(([, name = "", count]) => [name.toLowerCase(), number(count)])),
    planned: number(planned),
  };
}

/** The newest run of a model, on its page. */
export async function openRunOf(page: Page, model: string): Promise<void> {
  await page.goto(`/runs?${new URLSearchParams({ q: model })}`);
  await page.getByRole("grid", { name: "Runs" }).getByRole("row").nth(1).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(model);
  await waitForScorecard(page);
}
