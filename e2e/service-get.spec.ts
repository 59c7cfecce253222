import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { uniqueName } from "./support/dataset-pages.ts";
import { createModel } from "./support/model-pages.ts";
import { openRunOf, outcomeLine, startRun, waitForScorecard } from "./support/run-pages.ts";
import { ownDataset } from "./support/seed/echo-things.ts";
import { expectSoundPage } from "./support/sound-page.ts";
import { expect, test } from "./support/test.ts";

type Asked = { method: string; path: string; question: string | null; body: number; key: string };

let service: Server;
let asked: Asked[];

/** Shouts back what it is asked in the address; knows nothing of the item "gone". */
test.beforeEach(async () => {
  asked = [];
  service = createServer(async (request, response) => {
    const url = new URL(request.url ?? "", "http://service.test");
    let body = 0;
    for await (const chunk of request) body += chunk.length;
    const question = url.searchParams.get("q");
    const key = String(request.headers["x-key"] ?? "");
    asked.push({ method: request.method ?? "", path: url.pathname, question, body, key });
    const isGone = url.pathname.endsWith("/gone");
    const answer = isGone ? { error: "no such item" } : { data: { text: question?.toUpperCase() } };
    response
      .writeHead(isGone ? 404 : 200, { "content-type": "application/json" })
      .end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
});
test.afterEach(async () => {
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
});

/** What would end a parameter, start another one or leave the path if it were not encoded. */
const questions = ["plain", "a&q=b#c?d", "../up/ %2e%2e", "größe + 100 %", "日本 “quotes”", "two\nlines"];

test("a service that is called with GET: everything is in the address, from the form to the scorecard", async ({
  page,
}) => {
  // What it listens on is an address with a port, because it listens on one.
  const { port } = service.address() as AddressInfo;
  const name = uniqueName("Lookup");
  await page.goto("/models/connections/new");
  await page.getByRole("radio", { name: /^HTTP service/ }).check();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Method").selectOption("GET");
  await expect(page.getByLabel("Body")).toHaveCount(0);
  await expectSoundPage(page);
  const address = page.getByRole("textbox", { name: "Address" });
  await page.getByLabel("Path to the answer").fill("data.text");
  await page.getByRole("button", { name: "Add secret header" }).click();
  await page.getByLabel("Name of secret header 1").fill("X-Key");
  await page.getByLabel("Value of secret header 1").fill("hidden-key");

  await address.fill(`http://127.0.0.1:${port}/{{case}}?q={{input}}`);
  await page.getByRole("button", { name: "Create connection" }).click();
  await expect(page.getByText(/The address names \{\{case\}\}\./).first()).toBeVisible();
  await address.fill(`http://127.0.0.1:${port}/items/{{key}}?q={{input}}&seed={{seed?}}`);
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByText(/^Answer: /)).toBeVisible();
  await page.getByRole("button", { name: "Create connection" }).click();
  await expect(page.getByText(`Connection "${name}" created.`)).toBeVisible();

  const dataset = await ownDataset([
    ...questions.map((input, index) => ({ key: `item-${index + 1}`, input, expected: input.toUpperCase() })),
    { key: "wrong", input: "right", expected: "wrong" },
    { key: "gone", input: "lost", expected: "LOST" },
  ]);
  const model = uniqueName("Lookup model");
  await page.getByRole("row", { name }).getByRole("link").first().click();
  await page.getByRole("link", { name: "New model here" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New model" })).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill(model);
  await page.getByLabel("Model id").fill("lookup");
  await createModel(page, model);
  asked = [];
  const runId = await startRun(page, dataset.id, model);

  expect(await waitForScorecard(page)).toMatch(/^Passed 6 of 7 scored cases/);
  expect(await outcomeLine(page)).toMatchObject({ passed: 6, failed: 1, errored: 1, planned: 8 });
  expect(asked.map(({ method }) => method)).toEqual(Array(8).fill("GET"));
  expect(asked.every(({ body, key }) => body === 0 && key === "hidden-key")).toBe(true);
  expect(asked.map(({ path }) => path).sort()).toEqual(
    ["gone", ...questions.map((_, index) => `item-${index + 1}`), "wrong"].map((key) => `/items/${key}`),
  );
  expect(new Set(asked.map(({ question }) => question))).toEqual(new Set([...questions, "right", "lost"]));

  await page.goto(`/runs/${runId}?view=errored&case=gone`);
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText("No answer: Not found not-found")).toBeVisible();
  await expect(drawer.getByText(/The server knows no such model or address/)).toBeVisible();
  await openRunOf(page, model);
});
