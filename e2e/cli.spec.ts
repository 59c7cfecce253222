import type { Page } from "@playwright/test";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { setDatasetGraders } from "#lib/graders/set-dataset-graders.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import { touchstone } from "./support/command-line.ts";
import { uniqueName } from "./support/dataset-pages.ts";
import { queryProduct } from "./support/product-database.ts";
import { ownerContext } from "./support/seed/owner-context.ts";
import { withVerbs } from "./support/seed/with-verbs.ts";
import { expectSoundPage } from "./support/sound-page.ts";
import { expect, test } from "./support/test.ts";

test("a key from the settings starts runs, waits, and gates them from a terminal until it is revoked", async ({
  page,
  modelServer,
}) => {
  const name = uniqueName("Release pipeline");
  const key = await createKey(page, name, "Editor");
  const { dataset, model } = await startable(modelServer.baseUrl);

  const set = async (policy: object) =>
    await touchstone(["policy", "--dataset", dataset, "--set", "-"], { key, stdin: JSON.stringify(policy) });
  expect(await touchstone(["policy", "--dataset", dataset], { key })).toMatchObject({ code: 3, out: "" });
  expect(await set({ passRate: 0.5 })).toEqual({
    code: 0,
    out: "",
    told: `Policy 1 of "${dataset}" is in force.`,
  });
  expect((await set({ passRate: 0.5, slices: [] })).told).toContain("nothing was changed");
  const printed = await touchstone(["policy", "--dataset", dataset], { key });
  expect(JSON.parse(printed.out)).toMatchObject({ passRate: 0.5, regression: null });
  expect(await set({ passRate: 2 })).toMatchObject({ code: 3, told: expect.stringContaining("passRate") });

  const started = await touchstone(["run", "--dataset", dataset, "--model", model], { key });
  expect(started).toMatchObject({
    code: 0,
    told: expect.stringContaining(`${model} v1 on ${dataset} v1, 60 answers.`),
  });
  const passed = await touchstone(["gate", "--run", started.out, "--wait"], { key });
  expect(passed).toMatchObject({
    code: 0,
    out: expect.stringContaining("Passes: the one rule of policy 1 is met."),
  });
  expect(passed.out).toMatch(/pass +Pass rate 98\.3 % \[91\.\d, 100\.0\] on 60 cases: .*Clopper-Pearson/);

  await set({ passRate: 1 });
  const number = /Run (\d+):/.exec(passed.out)?.[1] ?? "";
  const failed = await touchstone(["gate", "--run", number, "--json"], { key });
  expect(failed.code).toBe(1);
  expect(JSON.parse(failed.out)).toMatchObject({
    verdict: "fail",
    exitCode: 1,
    policy: { number: 2 },
    rules: [{ rule: "pass rate", n: 60, bar: 1 }],
  });
  await set({ minimumCases: 1_000 });
  const open = await touchstone(["gate", "--run", number], { key });
  expect(open).toMatchObject({ code: 2, out: expect.stringContaining("Cannot tell yet") });
  await page.goto(started.out);
  await expect(page.getByText(/^Cannot tell yet: 1 of 1 rule of policy 3 is open/)).toBeVisible();

  await page.goto("/settings/api-keys");
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).not.toContainText("never");
  await row.getByRole("link", { name }).click();
  const log = page.getByRole("region", { name: "Audit log" });
  await expect(log).toContainText("run.start");
  await expect(log).toContainText(`${name} (API key)`);
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: `Revoke the key ${name}` }).click();
  await page.getByRole("button", { name: "Revoke the key", exact: true }).click();
  await expect(row).toContainText("revoked");
  const refused = await touchstone(["gate", "--run", number], { key });
  expect(refused).toMatchObject({ code: 3, told: expect.stringContaining(`"${name}" was revoked`) });
  const stored = await queryProduct("select * from api_key where name = $1", [name]);
  expect(JSON.stringify(stored)).not.toContain(key.slice(9));
});

test("a viewer's key reads and changes nothing, with the session or without", async ({
  page,
  request,
  visitor,
}) => {
  const key = await createKey(page, uniqueName("Wall screen"), "Viewer");
  const authorization = `Bearer ${key}`;
  const list = await visitor.request.get("/api/v1/runs", { headers: { authorization } });
  expect(list.status()).toBe(200);
  // The owner's session comes with this one; the key decides.
  const start = await request.post("/api/v1/runs", { headers: { authorization }, data: {} });
  expect(start.status()).toBe(403);
  expect(await start.text()).toContain("has the role viewer");
  for (const wrong of ["Bearer ts_wrong", `Bearer ${key}x`, "Bearer other", `Basic ${key}`]) {
    const answer = await visitor.request.get("/api/v1/runs", { headers: { authorization: wrong } });
    expect.soft(answer.status(), wrong).toBe(401);
    expect.soft(answer.headers()["www-authenticate"], wrong).toBe("Bearer");
  }
  const unknown = await touchstone(["gate", "--run", "999999999"], { key });
  expect(unknown).toEqual({ code: 3, out: "", told: "There is no run 999999999 in this workspace." });
});

/** Through the page; the secret that it shows, once. */
async function createKey(page: Page, name: string, role: string): Promise<string> {
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "Create a key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Role").selectOption({ label: role });
  await dialog.getByRole("button", { name: "Create the key" }).click();
  const field = dialog.getByLabel("API key", { exact: true });
  await expect(field).toHaveValue(/^ts_[\w-]{43}$/);
  const secret = await field.inputValue();
  await expect(dialog.getByRole("button", { name: "Copy the key" })).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText(`${secret.slice(0, 9)}…`);
  await expectSoundPage(page);
  expect(await page.content()).not.toContain(secret);
  return secret;
}

/** A dataset of 60 cases, one of which no model passes, with a grader of its own, and a model. */
async function startable(baseUrl: string): Promise<{ dataset: string; model: string }> {
  return await withVerbs(async () => {
    const ctx = await ownerContext();
    const impossible = { key: "never", input: { text: "never" }, expected: "always" };
    const { datasetId } = await publishedDataset(ctx, [...echoCases(59), impossible]);
    const grader = await createGrader(ctx, { name: uniqueName("Exact"), kind: "exact-match" });
    await setDatasetGraders(ctx, { datasetId, graderIds: [grader.id] });
    const { modelId } = await serverModel(ctx, { baseUrl });
    const [dataset, model] = await Promise.all([
      db().dataset.findUniqueOrThrow({ where: { id: datasetId }, select: { name: true } }),
      db().model.findUniqueOrThrow({ where: { id: modelId }, select: { name: true } }),
    ]);
    return { dataset: dataset.name, model: model.name };
  });
}
