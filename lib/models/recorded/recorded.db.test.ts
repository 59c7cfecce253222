import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { parseCsv } from "#lib/formats/csv/parse-csv.ts";
import { parseJsonl } from "#lib/formats/jsonl/parse-jsonl.ts";
import { requestFor } from "#lib/providers/testing/provider-contract.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { createModel } from "../create-model.ts";
import { getModel } from "../get-model.ts";
import { openProvider } from "../open-provider.ts";
import { countRecordedAnswers } from "./find-recorded-answers.ts";
import { type ImportRecordedInput, importRecordedAnswers } from "./import-recorded-answers.ts";

let space: TestWorkspace;
beforeAll(async () => {
  space = await createTestWorkspace();
});

async function* textOf(text: string) {
  yield text;
}
const csv = (text: string) => parseCsv(textOf(text));
let count = 0;
const inputOf = (part: Partial<ImportRecordedInput> = {}): ImportRecordedInput => {
  count += 1;
  return { name: `Recorded ${count}`, format: "csv", onRejected: "stop", ...part };
};
const never = new AbortController().signal;
const file =
  "key,output,repetition,latency_ms,cost_usd,notes\nc-1,hello,1,12.5,0.001,n\nc-1,again,2,,,\nc-2,,1,,,\n";

test("a file becomes a model that answers by case and repetition", async () => {
  const report = await importRecordedAnswers(space.ctx, inputOf(), { rows: csv(file) });
  expect(report).toMatchObject({
    outcome: "imported",
    rows: 3,
    answers: 3,
    rejected: 0,
    ignoredColumns: ["notes"],
    model: { versionNumber: 1, isNewVersion: true },
  });
  const versionId = report.model?.versionId ?? "";
  expect(await countRecordedAnswers(space.ctx, versionId)).toEqual({ answers: 3, cases: 2 });
  const provider = await openProvider(space.ctx, versionId);
  const ask = (caseKey: string, repetition: number) =>
    provider.answer({ ...requestFor("x"), caseKey, repetition }, never);
  expect(await ask("c-1", 1)).toMatchObject({ output: "hello", latencyMs: 12.5, recordedCostMicroUsd: 1000 });
  expect(await ask("c-1", 2)).toMatchObject({ output: "again", latencyMs: null });
  expect(await ask("c-2", 1)).toMatchObject({ output: "" });
  await expect(ask("c-3", 1)).rejects.toMatchObject({ code: "not-found", message: /for case c-3/ });
  expect((await getModel(space.ctx, report.model?.id ?? "")).versions[0].provider).toBe("recorded");
});

describe("rows that cannot be used", () => {
  const bad =
    '{"key":"a","output":"1"}\n{"key":"a","output":"2"}\n{"output":"3"}\nnonsense\n{"key":"b","output":{"x":1}}\n';
  const rows = () => parseJsonl(textOf(bad));

  test("stop the import, and nothing is left", async () => {
    const input = inputOf({ format: "jsonl" });
    const report = await importRecordedAnswers(space.ctx, input, { rows: rows() });
    expect(report).toMatchObject({ outcome: "stopped", rows: 5, rejected: 3, model: null });
    expect(report.rejectedRows.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(report.rejectedRows[0]?.reason).toMatch(/is in the file already/);
    expect(await db().model.count({ where: { workspaceId: space.ctx.workspaceId, name: input.name } })).toBe(
      0,
    );
  });

  test("or are left out", async () => {
    const input = inputOf({ format: "jsonl", onRejected: "skip" });
    const report = await importRecordedAnswers(space.ctx, input, { rows: rows() });
    expect(report).toMatchObject({ outcome: "imported", answers: 2, rejected: 3 });
    const provider = await openProvider(space.ctx, report.model?.versionId ?? "");
    const answer = await provider.answer({ ...requestFor("x"), caseKey: "b" }, never);
    expect(answer.output).toBe('{"x":1}');
  });
});

test("the same answers again make no version, others make the next one", async () => {
  const { model } = await importRecordedAnswers(space.ctx, inputOf(), { rows: csv(file) });
  const again = inputOf({ modelId: model?.id ?? null });
  expect((await importRecordedAnswers(space.ctx, again, { rows: csv(file) })).model).toMatchObject({
    versionNumber: 1,
    isNewVersion: false,
  });
  const changed = csv(file.replace("hello", "hullo"));
  expect((await importRecordedAnswers(space.ctx, again, { rows: changed })).model).toMatchObject({
    id: model?.id,
    versionNumber: 2,
    isNewVersion: true,
  });
});

test("is refused without permission, for another workspace, for a taken name and for a model of another kind", async () => {
  const rows = () => csv(file);
  const reviewer = space.ctxWithRole("reviewer");
  await expect(importRecordedAnswers(reviewer, inputOf(), { rows: rows() })).rejects.toThrow("role editor");
  const input = inputOf();
  const { model } = await importRecordedAnswers(space.ctx, input, { rows: rows() });
  await expect(importRecordedAnswers(space.ctx, input, { rows: rows() })).rejects.toThrow(/already a model/);
  const foreign = inputOf({ modelId: model?.id ?? null });
  await expect(importRecordedAnswers(space.otherCtx, foreign, { rows: rows() })).rejects.toMatchObject({
    code: "not-found",
  });
  const builtIn = await createModel(space.ctx, {
    name: "Lead",
    config: { provider: "built_in", builtInKind: "lead-n" },
  });
  const onBuiltIn = inputOf({ modelId: builtIn.id });
  await expect(importRecordedAnswers(space.ctx, onBuiltIn, { rows: rows() })).rejects.toThrow(
    /not one of recorded/,
  );
  await expect(importRecordedAnswers(space.ctx, inputOf(), { rows: csv("key,output\n") })).rejects.toThrow(
    /no rows/,
  );
});

test("10,000 answers are imported and read in seconds, with few queries", async () => {
  const lines = Array.from({ length: 10_000 }, (_, index) => `c-${index},answer ${index}`);
  const { model } = await importRecordedAnswers(space.ctx, inputOf(), {
    rows: csv(`key,output\n${lines.join("\n")}\n`),
  });
  const provider = await openProvider(space.ctx, model?.versionId ?? "");
  const answers = await Promise.all(
    lines.map((_, index) => provider.answer({ ...requestFor("x"), caseKey: `c-${index}` }, never)),
  );
  expect(answers.every(({ output }, index) => output === `answer ${index}`)).toBe(true);
});
