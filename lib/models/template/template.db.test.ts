import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { checkTemplateAgainstDataset } from "./check-template-against-dataset.ts";
import { listSampleCases } from "./list-sample-cases.ts";

let space: TestWorkspace;
let datasetId: string;

beforeAll(async () => {
  space = await createTestWorkspace();
  datasetId = await datasetOf("Tickets", [
    { text: "Where is my card?", order: { id: 1 } },
    ...Array.from({ length: 204 }, (_, index) => ({ text: `Ticket ${index}` })),
    { text: "The last one", rare: "only here" },
  ]);
});

async function datasetOf(name: string, inputs: readonly Prisma.InputJsonValue[]): Promise<string> {
  const { workspaceId } = space.ctx;
  const id = newId();
  await db().dataset.create({ data: { id, workspaceId, name, nextPosition: inputs.length + 1 } });
  const rows = inputs.map((input, index) => ({
    caseId: newId(),
    key: `case-${index + 1}`,
    position: index + 1,
    input,
  }));
  const shared = { workspaceId, datasetId: id };
  await db().case.createMany({
    data: rows.map(({ caseId, key, position }) => ({ ...shared, id: caseId, key, position })),
  });
  await db().caseRevision.createMany({
    data: rows.map((row) => ({
      ...shared,
      ...row,
      id: newId(),
      metadata: { channel: "chat" },
      tags: ["hard"],
      split: "tuning",
      contentHash: "x",
      isHead: true,
      createdBy: "test",
    })),
  });
  return id;
}

const check = (content: string, ctx = space.ctx) =>
  checkTemplateAgainstDataset(ctx, { datasetId, messages: [{ role: "user", content }] });

describe("checkTemplateAgainstDataset", () => {
  test("knows the fields of the cases, also one that only the last case has", async () => {
    const found = await check(
      "{{input.text}} {{input.order.id}} {{input.rare}} {{metadata.channel}} {{tags}}",
    );
    expect(found).toMatchObject({ datasetName: "Tickets", problems: [], namesInput: true });
    expect(found.availableFields).toEqual(
      expect.arrayContaining(["input", "input.text", "input.order.id", "metadata.channel", "tags"]),
    );
  });

  test.each([
    ["{{input.txt}}", "input.txt", 'no case of "Tickets" has it. Did you mean {{input.text}}?'],
    ["{{metadata.chanel}}", "metadata.chanel", "Did you mean {{metadata.channel}}?"],
    ["{{text}}", "text", "perhaps {{input.text}}"],
    ["{{input.__proto__}}", "input.__proto__", 'no case of "Tickets" has it.'],
  ])("%s names the field, the dataset and the closest field", async (content, field, sentence) => {
    const { problems } = await check(content);
    expect(problems).toEqual([{ field, sentence: expect.stringContaining(sentence) }]);
  });

  test("tells when every case would get the same prompt", async () => {
    expect(await check("Answer yes.")).toMatchObject({ problems: [], namesInput: false });
  });

  test("an empty dataset proves nothing wrong", async () => {
    const empty = await datasetOf("Empty", []);
    const messages = [{ role: "user" as const, content: "{{input.text}}" }];
    expect(await checkTemplateAgainstDataset(space.ctx, { datasetId: empty, messages })).toMatchObject({
      problems: [],
    });
  });

  test("refuses another workspace, and text that cannot be stored", async () => {
    await expect(check("{{input}}", space.otherCtx)).rejects.toMatchObject({ code: "not-found" });
    await expect(check("{{input.\0}}")).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("listSampleCases", () => {
  test("leaves out cases that are too long to be sent to a browser", async () => {
    const mixed = await datasetOf("Long", [{ text: "x".repeat(200_000) }, { text: "short" }]);
    const { cases } = await listSampleCases(space.ctx, { datasetId: mixed });
    expect(cases.map((sample) => sample.input)).toEqual([{ text: "short" }]);
  });

  test("gives the first cases in order, and nothing to another workspace", async () => {
    const { cases } = await listSampleCases(space.ctx, { datasetId, limit: 2 });
    expect(cases.map((sample) => sample.key)).toEqual(["case-1", "case-2"]);
    expect(cases[0]).toMatchObject({ metadata: { channel: "chat" }, tags: ["hard"] });
    await expect(listSampleCases(space.otherCtx, { datasetId })).rejects.toMatchObject({ code: "not-found" });
  });
});
