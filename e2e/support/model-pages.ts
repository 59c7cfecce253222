import { expect, type Page } from "@playwright/test";

/** Fills the form of a new connection in, without sending it. */
export async function fillConnection(
  page: Page,
  { name, baseUrl, apiKey = "" }: { name: string; baseUrl: string; apiKey?: string },
): Promise<void> {
  await page.goto("/models/connections/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Base URL").fill(baseUrl);
  await page.getByLabel("API key").fill(apiKey);
}

export async function createConnection(
  page: Page,
  connection: { name: string; baseUrl: string; apiKey?: string },
): Promise<void> {
  await fillConnection(page, connection);
  await page.getByRole("button", { name: "Create connection" }).click();
  await expect(page.getByText(`Connection "${connection.name}" created.`)).toBeVisible();
}

/** The form of a new server model, with everything but the prompt. */
export async function fillServerModel(
  page: Page,
  { name, connection, dataset }: { name: string; connection: string; dataset: string },
): Promise<void> {
  await page.goto("/models/new?kind=server");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Connection", { exact: true }).selectOption({ label: connection });
  await page.getByLabel("Model id").fill("fake-small");
  await page.getByLabel("Check against dataset").selectOption({ label: dataset });
}

/** Saves the form of a model and waits for the model's own page. */
export async function createModel(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Create model" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}
