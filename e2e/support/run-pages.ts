import { expect, type Locator, type Page } from "@playwright/test";

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
