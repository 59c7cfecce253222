import { publishedDataset, uniqueName } from "./support/dataset-pages.ts";
import { createConnection, createModel, fillConnection, fillServerModel } from "./support/model-pages.ts";
import { queryProduct } from "./support/product-database.ts";
import { expect, test } from "./support/test.ts";

const dataset = "Support tickets";
const prompt = "Name the team for this ticket: {{input.subject}}";

test("a connection test shows the server's models and how long it took, and stores nothing", async ({
  page,
  modelServer,
}) => {
  const name = uniqueName("Tested server");
  await fillConnection(page, { name, baseUrl: modelServer.baseUrl });
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByText(/^The server answers, in [\d.]+\sm?s$/)).toBeVisible();
  await expect(page.getByText("2 models: fake-large, fake-small")).toBeVisible();
  expect(await queryProduct("select 1 from connection where name = $1", [name])).toEqual([]);

  await page.getByRole("button", { name: "Create connection" }).click();
  await expect(page.getByRole("region", { name: "Connections" }).getByRole("row", { name })).toContainText(
    modelServer.baseUrl,
  );
});

test("a server that cannot be reached, or speaks HTML, is told apart in plain words", async ({
  page,
  modelServer,
}) => {
  await fillConnection(page, { name: uniqueName("Nobody"), baseUrl: "http://127.0.0.1:9/v1" });
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByText("The server did not answer as expected")).toBeVisible();
  await expect(
    page.getByText("Nothing listens there: check that the server runs and the port is right."),
  ).toBeVisible();

  modelServer.setBehaviour({ kind: "html-200" });
  await page.getByLabel("Base URL").fill(modelServer.baseUrl);
  await expect(page.getByText("The server did not answer as expected")).toBeHidden();
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(
    page.getByText(/^The server sent a web page instead of an answer.*"Welcome to the proxy"/),
  ).toBeVisible();
});

test("a wrong key brings the server's own words and is shown nowhere", async ({ page, modelServer }) => {
  const key = "sk-wrong-7f3a9c51e2d84b60";
  modelServer.setBehaviour({ kind: "wrong-key", rightKey: "sk-right" });
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    if (new URL(response.url()).pathname.startsWith("/_next/static/")) return;
    bodies.push(response.text().catch(() => ""));
  });
  const connection = { name: uniqueName("Keyed server"), baseUrl: modelServer.baseUrl, apiKey: key };
  await fillConnection(page, connection);
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByText(/Incorrect API key provided/)).toBeVisible();
  await expect(page.getByText(key)).toBeHidden();
  await page.getByRole("button", { name: "Create connection" }).click();
  await expect(page.getByText(`Connection "${connection.name}" created.`)).toBeVisible();

  await page.getByRole("link", { name: connection.name }).click();
  await expect(page.getByText(/^The key .* is stored\./)).toBeVisible();
  await expect(page.getByLabel("API key")).toHaveValue("");

  await fillServerModel(page, { name: uniqueName("Keyed model"), connection: connection.name, dataset });
  await expect(
    page.getByText(/Incorrect API key provided.*You can still enter the id by hand/),
  ).toBeVisible();
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.getByText("The model gave no answer")).toBeVisible();
  await page.goto("/settings/audit");
  await expect(page.getByText(connection.name).first()).toBeVisible();

  expect((await Promise.all(bodies)).filter((body) => body.includes(key))).toEqual([]);
  const stored = await queryProduct(
    "select to_jsonb(connection)::text as row from connection where name = $1",
    [connection.name],
  );
  expect(stored).toHaveLength(1);
  expect(String(stored[0]?.row)).not.toContain(key);
  const audit = await queryProduct("select 1 from audit_event where to_jsonb(audit_event)::text like $1", [
    `%${key}%`,
  ]);
  expect(audit).toEqual([]);
});

test("a prompt that names a field the dataset does not have is named everywhere and costs no call", async ({
  page,
  modelServer,
}) => {
  const parcels = await publishedDataset(page, uniqueName("Parcels"), [
    "id,input,label",
    'p-1,"{""subject"": ""Where is it?""}",delivery',
    'p-2,"{""subject"": ""It is broken""}",complaint',
  ]);
  const connection = uniqueName("Prompt server");
  await createConnection(page, { name: connection, baseUrl: modelServer.baseUrl });
  const name = uniqueName("Wrong field");
  await fillServerModel(page, { name, connection, dataset: parcels.name });
  await expect(page.getByRole("list", { name: "Available fields" })).toContainText("{{input.subject}}");

  const missing = `The prompt names {{input.subjct}}, and no case of "${parcels.name}" has it. Did you mean {{input.subject}}?`;
  await page.getByLabel("Text of message 1").fill("Route this: {{input.subjct}}");
  await expect(page.getByText(missing)).toBeVisible();
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.getByText("The model gave no answer")).toBeVisible();

  await page.getByLabel("Text of message 1").fill("Route this: {{subject}}");
  await page.getByRole("button", { name: "Create model" }).click();
  await expect(page.getByText("The model was not saved")).toBeVisible();
  await expect(page.getByRole("group", { name: "Prompt" })).toContainText(
    "The prompt names {{subject}}. Fields begin with input",
  );

  await page.getByLabel("Text of message 1").fill("Route this: {{input.subjct}}");
  await createModel(page, name);
  await page.getByRole("link", { name: "Start a run" }).click();
  await page.getByLabel("Dataset", { exact: true }).selectOption({ label: parcels.name });
  await expect(page.getByText(missing)).toBeVisible();
  await page
    .getByRole("checkbox", { name: /^Right label/ })
    .first()
    .check();
  await page.getByRole("button", { name: /^Start/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${name} on ${parcels.name}`);
  await expect(page.getByText(/input\.subjct/).first()).toBeVisible({ timeout: 60_000 });
  expect(modelServer.requests()).toBe(0);
});

test("a model is tried on a case, saved, and changed into a second version", async ({
  page,
  modelServer,
}) => {
  modelServer.setBehaviour({ kind: "answer", answer: "billing" });
  const connection = uniqueName("Answering server");
  await createConnection(page, { name: connection, baseUrl: modelServer.baseUrl });
  const name = uniqueName("Router");
  await fillServerModel(page, { name, connection, dataset });
  await page.getByLabel("Text of message 1").fill(prompt);
  await expect(page.getByText(`Every field of the prompt is in "${dataset}".`)).toBeVisible();
  const sent = page.getByRole("figure", { name: "The prompt as this case would get it" });
  await expect(sent).toContainText("Name the team for this ticket: Two rooms, one therapist");

  await page.getByRole("button", { name: "Try it" }).click();
  const answer = page.getByRole("region", { name: "Answer" });
  await expect(answer).toContainText("billing");
  await expect(answer).toContainText("Latency");
  expect(modelServer.lastBody()).toMatchObject({
    model: "fake-small",
    messages: [{ role: "user", content: "Name the team for this ticket: Two rooms, one therapist" }],
  });
  await page.getByLabel("Input", { exact: true }).selectOption({ label: "Type an input" });
  await page.getByLabel("Typed input").fill('{"subject": "My own words"}');
  await expect(sent).toContainText("Name the team for this ticket: My own words");
  await createModel(page, name);

  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("button", { name: "Save as new version" }).click();
  await expect(
    page.getByText("Saved. The content is that of version 1, so there is no new version."),
  ).toBeVisible();
  await expect(page.getByText("1 version", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Temperature").fill("0.2");
  await page.getByLabel("Text of message 1").fill(`${prompt} Answer with one word.`);
  await page.getByRole("button", { name: "Save as new version" }).click();
  await expect(page.getByText("Version 2 created. Older runs keep the version they had.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Changes from version 1 to version 2" })).toBeVisible();
  await expect(page.getByRole("insertion").filter({ hasText: "Answer with one word." })).toBeVisible();
  const versions = page.getByRole("region", { name: "Versions" });
  await expect(versions.getByRole("row", { name: /^Version 1/ })).toBeVisible();
  await versions.getByRole("link", { name: "Version 1", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Version 1", exact: true })).toBeVisible();
});

test("naive Bayes learns from the sample tickets and answers without a server", async ({ page }) => {
  const name = uniqueName("Own naive Bayes");
  await page.goto("/models/new?kind=built-in&builtIn=naive-bayes");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Dataset version").selectOption({ label: "Support tickets, version 1 (300 cases)" });
  await page.getByRole("checkbox", { name: "tuning" }).uncheck();
  await expect(page.getByText("This model would learn from held-out cases")).toBeVisible();
  await page.getByRole("checkbox", { name: "tuning" }).check();
  await expect(page.getByText("This model would learn from held-out cases")).toBeHidden();

  await page.getByLabel("Take cases from").selectOption({ label: dataset });
  await page.getByLabel("Input", { exact: true }).selectOption({ label: "Type an input" });
  await page
    .getByLabel("Typed input")
    .fill('{"subject": "Charged twice", "body": "My card shows two payments for one invoice"}');
  await page.getByRole("button", { name: "Try it" }).click();
  const answer = page.getByRole("region", { name: "Answer" });
  await expect(answer).toContainText("billing");
  await expect(answer).toContainText("$0.00");

  await createModel(page, name);
  await expect(page.getByText("Support tickets, version 1", { exact: true })).toBeVisible();
  await expect(page.getByText("tuning", { exact: true })).toBeVisible();
});
