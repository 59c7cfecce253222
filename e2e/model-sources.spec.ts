import { uniqueName } from "./support/dataset-pages.ts";
import { createModel } from "./support/model-pages.ts";
import { queryProduct } from "./support/product-database.ts";
import { expect, test } from "./support/test.ts";

test("a vendor is connected with its own address, asked in its own protocol, and needs a key", async ({
  page,
  modelServer,
}) => {
  const name = uniqueName("Claude");
  await page.goto("/models/connections/new");
  await page.getByRole("radio", { name: /^Anthropic/ }).check();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Anthropic");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Base URL").fill(modelServer.baseUrlOf("anthropic"));
  await page.getByRole("button", { name: "Create connection" }).click();
  await expect(page.getByText("Anthropic needs an API key. Enter it here.").first()).toBeVisible();

  await page.getByLabel("API key").fill("sk-ant-0123456789");
  await page.getByLabel("Requests per minute").fill("50");
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByText("2 models: fake-large, fake-small")).toBeVisible();
  await page.getByRole("button", { name: "Create connection" }).click();
  await expect(page.getByText(`Connection "${name}" created.`)).toBeVisible();
  expect(
    await queryProduct("select kind::text, requests_per_minute from connection where name = $1", [name]),
  ).toEqual([{ kind: "anthropic", requests_per_minute: 50 }]);
});

test("a service of one's own is told about each case by a template, and its secret header is kept", async ({
  page,
  modelServer,
}) => {
  const name = uniqueName("Own agent");
  await page.goto("/models/connections/new");
  await page.getByRole("radio", { name: /^HTTP service/ }).check();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("textbox", { name: "Address" }).fill(`${modelServer.baseUrl}/chat/completions`);
  await page
    .getByLabel("Body")
    .fill('{"model": "m", "messages": "{{messages}}", "who": "{{input.subject}}"}');
  await page.getByLabel("Path to the answer").fill("choices[0].message.content");
  await page.getByRole("button", { name: "Add secret header" }).click();
  await page.getByLabel("Name of secret header 1").fill("X-Token");
  await page.getByLabel("Value of secret header 1").fill("hidden-token");
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByText(/Answer: .*OK and nothing else/)).toBeVisible();
  await page.getByRole("button", { name: "Create connection" }).click();
  await expect(page.getByText(`Connection "${name}" created.`)).toBeVisible();

  await page.getByRole("row", { name }).getByRole("link").first().click();
  await expect(page.getByLabel("Value of secret header 1")).toHaveValue("");
  await expect(page.getByLabel("Name of secret header 1")).toHaveValue("X-Token");
  await page.getByRole("link", { name: "New model here" }).click();
  // The page before has a field of the same name.
  await expect(page.getByRole("heading", { level: 1, name: "New model" })).toBeVisible();
  const model = uniqueName("Agent model");
  await page.getByLabel("Name", { exact: true }).fill(model);
  await page.getByLabel("Model id").fill("agent");
  await page.getByLabel("Check against dataset").selectOption({ label: "Support tickets" });
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.getByRole("region", { name: "Answer", exact: true })).toBeVisible();
  expect(modelServer.lastHeaders()["x-token"]).toBe("hidden-token");
  await createModel(page, model);
});

test("a program is refused, with the way to allow it, while commands are switched off", async ({ page }) => {
  await page.goto("/models/connections/new");
  await expect(page.getByRole("radio", { name: /^Command/ })).toBeDisabled();
  await expect(page.getByText(/Set TOUCHSTONE_ALLOW_COMMANDS=1/)).toBeVisible();
});

test("answers made elsewhere are imported, with the refused lines, and become a model", async ({ page }) => {
  const lines = [
    { key: "ticket-0001", output: "billing" },
    { key: "ticket-0001", output: "again" },
    { output: "whose?" },
  ];
  const buffer = Buffer.from(lines.map((line) => JSON.stringify(line)).join("\n"));
  const name = uniqueName("Answers");
  await page.goto("/models");
  await page.getByRole("link", { name: "Import answers" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "answers.jsonl", mimeType: "application/jsonl", buffer });
  await page.getByRole("button", { name: "Import answers" }).click();
  await expect(page.getByRole("heading", { name: "2 rows refused" })).toBeVisible();
  await expect(page.getByRole("row", { name: /no case key/ })).toContainText("3");
  expect(await queryProduct("select 1 from model where name = $1", [name])).toEqual([]);

  await page.getByRole("radio", { name: /^Leave them out/ }).check();
  await page.getByRole("button", { name: "Import answers" }).click();
  await expect(page.getByRole("heading", { name: "Version 1 imported" })).toBeVisible();
  await page.getByRole("link", { name: "Show the model" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("Answers that were made elsewhere and imported.")).toBeVisible();
});
