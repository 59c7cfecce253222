import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { archiveModel } from "./archive-model.ts";
import { createConnection } from "./connections/create-connection.ts";
import { createModel } from "./create-model.ts";
import { getModel } from "./get-model.ts";
import { getModelVersion } from "./get-model-version.ts";
import { listModels } from "./list-models.ts";
import { restoreModel } from "./restore-model.ts";
import { setModelLicence } from "./set-model-licence.ts";
import { updateModel } from "./update-model.ts";

let space: TestWorkspace;
let connectionId: string;

beforeAll(async () => {
  space = await createTestWorkspace();
  const apiKey = "sk-test-0123456789abcdefa1b2";
  connectionId = (
    await createConnection(space.ctx, { name: "Server", baseUrl: "https://a.example.test/v1", apiKey })
  ).id;
});

const unique = (name: string) => `${name} ${newId()}`;
const server = (change: object = {}) => ({
  provider: "connection" as const,
  connectionId,
  providerModel: "small-1",
  messages: [
    { role: "system" as const, content: "Answer with one label." },
    { role: "user" as const, content: "{{input.text}}" },
  ],
  parameters: { temperature: 0, maxTokens: 20, extra: { top_k: 1 } },
  inputPrice: 150_000,
  outputPrice: 600_000,
  ...change,
});
const keywords = (change: object = {}) => ({
  provider: "built_in" as const,
  builtInKind: "lead-n",
  ...change,
});

describe("createModel", () => {
  test("makes version 1 with everything in it and never the key", async () => {
    const made = await createModel(space.ctx, { name: unique("Router"), config: server() });
    const version = await getModelVersion(space.ctx, made.versionId);
    expect(version).toMatchObject({
      modelId: made.id,
      modelName: made.name,
      number: 1,
      provider: "connection",
      providerModel: "small-1",
      messages: server().messages,
      parameters: { temperature: 0, maxTokens: 20, extra: { top_k: 1 } },
      connection: { id: connectionId, name: "Server", maxConcurrency: 8, timeoutSeconds: 120 },
      builtInKind: null,
      trainingVersionId: null,
      inputPrice: 150_000,
      outputPrice: 600_000,
    });
    expect(JSON.stringify(version)).not.toMatch(/sealed|a1b2/);
    expect(await db().auditEvent.count({ where: { subjectId: made.id, action: "model.create" } })).toBe(1);
  });

  test("an unknown price stays unknown, and a built-in model costs nothing", async () => {
    const unpriced = await createModel(space.ctx, {
      name: unique("Unpriced"),
      config: server({ inputPrice: null, outputPrice: undefined }),
    });
    expect(await getModelVersion(space.ctx, unpriced.versionId)).toMatchObject({
      inputPrice: null,
      outputPrice: null,
    });
    const builtIn = await createModel(space.ctx, { name: unique("Lead"), config: keywords() });
    expect(await getModelVersion(space.ctx, builtIn.versionId)).toMatchObject({
      inputPrice: 0,
      outputPrice: 0,
    });
  });

  test("of two with one name, one is made", async () => {
    const input = { name: unique("Twice"), config: server() };
    const results = await Promise.allSettled([createModel(space.ctx, input), createModel(space.ctx, input)]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(createModel(space.ctx, input)).rejects.toMatchObject({ code: "conflict" });
  });

  test.each([
    ["config.messages", () => server({ messages: [] })],
    ["config.messages", () => server({ messages: [{ role: "user", content: "{{text}}" }] })],
    ["config.messages", () => server({ messages: [{ role: "user", content: "{{constructor}}" }] })],
    ["config.messages.0.content", () => server({ messages: [{ role: "user", content: "" }] })],
    ["config.messages.0.role", () => server({ messages: [{ role: "tool", content: "x" }] })],
    ["config.parameters.temperature", () => server({ parameters: { temperature: 9 } })],
    ["config.parameters.extra", () => server({ parameters: { extra: { messages: [] } } })],
    ["config.inputPrice", () => server({ inputPrice: -1 })],
    ["config.inputPrice", () => server({ inputPrice: 3_000_000_000 })],
    ["config.outputPrice", () => server({ outputPrice: 0.5 })],
    ["config.providerModel", () => server({ providerModel: " " })],
    ["config.builtInKind", () => keywords({ builtInKind: "constructor" })],
    ["config.builtInConfig.count", () => keywords({ builtInConfig: { count: 0 } })],
    ["config.trainingVersionId", () => keywords({ builtInKind: "naive-bayes" })],
    [
      "config.builtInConfig",
      () =>
        keywords({
          builtInKind: "regex-extraction",
          builtInConfig: { fields: [{ name: "a", pattern: "(?=a)" }] },
        }),
    ],
    ["config", () => server({ messages: [{ role: "user", content: "nul \0" }] })],
  ])("names the wrong field %s", async (field, config) => {
    await expect(createModel(space.ctx, { name: unique("Wrong"), config: config() })).rejects.toMatchObject({
      code: "invalid",
      fields: { [field]: expect.any(String) },
    });
  });

  test("refuses another workspace's connection and dataset version, and a reviewer", async () => {
    const input = { name: unique("Foreign"), config: server() };
    await expect(createModel(space.otherCtx, input)).rejects.toMatchObject({ code: "not-found" });
    await expect(createModel(space.ctxWithRole("reviewer"), input)).rejects.toMatchObject({
      code: "forbidden",
    });
    const datasetId = newId();
    const trainingVersionId = newId();
    const { workspaceId } = space.otherCtx;
    await db().dataset.create({ data: { id: datasetId, workspaceId, name: "Secret" } });
    await db().datasetVersion.create({
      data: {
        id: trainingVersionId,
        workspaceId,
        datasetId,
        number: 1,
        note: "",
        caseCount: 1,
        publishedBy: "x",
      },
    });
    const config = keywords({ builtInKind: "naive-bayes", trainingVersionId });
    const attempt = createModel(space.ctx, { name: unique("Thief"), config });
    await expect(attempt).rejects.toMatchObject({ code: "not-found" });
    await expect(attempt).rejects.not.toThrow("Secret");
  });
});

describe("updateModel", () => {
  test("adds a version only when the content differs; the old one never changes", async () => {
    const made = await createModel(space.ctx, { name: unique("Stable"), config: server() });
    const before = await getModelVersion(space.ctx, made.versionId);
    const same = {
      modelId: made.id,
      name: made.name,
      config: server({ parameters: { extra: { top_k: 1 }, maxTokens: 20, temperature: 0 } }),
    };
    expect(await updateModel(space.ctx, same)).toEqual({
      versionId: made.versionId,
      versionNumber: 1,
      isNewVersion: false,
    });
    const changed = { ...same, config: server({ parameters: { temperature: 0.7 } }) };
    expect(await updateModel(space.ctx, changed)).toMatchObject({ versionNumber: 2, isNewVersion: true });
    expect(await getModelVersion(space.ctx, made.versionId)).toEqual(before);
    const model = await getModel(space.ctx, made.id);
    expect(model.versions.map((version) => version.number)).toEqual([2, 1]);
  });

  test("a new name alone is no new version", async () => {
    const made = await createModel(space.ctx, { name: unique("Old name"), config: server() });
    const name = unique("New name");
    expect(await updateModel(space.ctx, { modelId: made.id, name, config: server() })).toMatchObject({
      isNewVersion: false,
    });
    expect((await getModel(space.ctx, made.id)).name).toBe(name);
  });

  test("changes at the same time become versions in a row, none twice", async () => {
    const made = await createModel(space.ctx, { name: unique("Raced"), config: server() });
    await Promise.all(
      [1, 2, 3, 4].map((maxTokens) =>
        updateModel(space.ctx, {
          modelId: made.id,
          name: made.name,
          config: server({ parameters: { maxTokens } }),
        }),
      ),
    );
    const { versions } = await getModel(space.ctx, made.id);
    expect(versions.map((version) => version.number)).toEqual([5, 4, 3, 2, 1]);
  });

  test("refuses a taken name, an archived model, another workspace and a viewer", async () => {
    const one = await createModel(space.ctx, { name: unique("One"), config: server() });
    const two = await createModel(space.ctx, { name: unique("Two"), config: server() });
    const rename = { modelId: two.id, name: one.name, config: server() };
    await expect(updateModel(space.ctx, rename)).rejects.toMatchObject({ code: "conflict" });
    const own = { ...rename, name: two.name };
    await expect(updateModel(space.otherCtx, { ...own, config: keywords() })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(updateModel(space.ctxWithRole("viewer"), own)).rejects.toMatchObject({ code: "forbidden" });
    await archiveModel(space.ctx, { modelId: two.id });
    await expect(updateModel(space.ctx, own)).rejects.toThrow("is archived");
  });
});

describe("archiveModel and restoreModel", () => {
  test("take it off the list and bring it back, each audited once", async () => {
    const made = await createModel(space.ctx, { name: unique("Gone"), config: server() });
    const isListed = async () => (await listModels(space.ctx, { search: made.name })).items.length === 1;
    await archiveModel(space.ctx, { modelId: made.id });
    await archiveModel(space.ctx, { modelId: made.id });
    expect(await isListed()).toBe(false);
    await restoreModel(space.ctx, { modelId: made.id });
    await restoreModel(space.ctx, { modelId: made.id });
    expect(await isListed()).toBe(true);
    const actions = await db().auditEvent.findMany({ where: { subjectId: made.id }, orderBy: { id: "asc" } });
    expect(actions.map((event) => event.action)).toEqual(["model.create", "model.archive", "model.restore"]);
  });

  test("refuse another workspace and a reviewer", async () => {
    const { id: modelId } = await createModel(space.ctx, { name: unique("Kept"), config: server() });
    for (const verb of [archiveModel, restoreModel]) {
      await expect(verb(space.otherCtx, { modelId })).rejects.toMatchObject({ code: "not-found" });
      await expect(verb(space.ctxWithRole("reviewer"), { modelId })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });
});

describe("setModelLicence", () => {
  test("says the licence, audited once, and takes it back", async () => {
    const { id: modelId } = await createModel(space.ctx, { name: unique("Licensed"), config: server() });
    expect((await getModel(space.ctx, modelId)).licence).toBe("");
    await setModelLicence(space.ctx, { modelId, licence: " Apache-2.0 " });
    await setModelLicence(space.ctx, { modelId, licence: "Apache-2.0" });
    expect((await getModel(space.ctx, modelId)).licence).toBe("Apache-2.0");
    await setModelLicence(space.ctx, { modelId, licence: "" });
    const events = await db().auditEvent.findMany({
      where: { subjectId: modelId, action: "model.licence" },
      orderBy: { id: "asc" },
    });
    expect(events.map((event) => event.detail)).toEqual([{ licence: "Apache-2.0" }, { licence: "" }]);
    await expect(setModelLicence(space.ctx, { modelId, licence: "MIT, Apache-2.0" })).rejects.toThrow(
      "Name one licence",
    );
  });

  test("refuses another workspace and a reviewer", async () => {
    const { id: modelId } = await createModel(space.ctx, { name: unique("Licensed"), config: server() });
    const input = { modelId, licence: "MIT" };
    await expect(setModelLicence(space.otherCtx, input)).rejects.toMatchObject({ code: "not-found" });
    await expect(setModelLicence(space.ctxWithRole("reviewer"), input)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("reading", () => {
  test("another workspace sees nothing", async () => {
    const made = await createModel(space.ctx, { name: unique("Private"), config: server() });
    await expect(getModel(space.otherCtx, made.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(getModelVersion(space.otherCtx, made.versionId)).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await listModels(space.otherCtx)).items).toEqual([]);
  });

  test("pages newest first with the latest version's facts; a search is not a pattern", async () => {
    const { ctx } = await createTestWorkspace();
    const { id } = await createConnection(ctx, { name: "c", baseUrl: "http://localhost/v1" });
    const names = ["100% a", "b", "c"];
    for (const name of names) await createModel(ctx, { name, config: server({ connectionId: id }) });
    const first = await listModels(ctx, { limit: 2 });
    const second = await listModels(ctx, { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map((item) => item.name)).toEqual([...names].reverse());
    expect(second).toMatchObject({
      nextCursor: null,
      items: [{ latest: { number: 1, connection: { name: "c" } } }],
    });
    expect((await listModels(ctx, { search: "%" })).items.map((item) => item.name)).toEqual(["100% a"]);
  });
});
