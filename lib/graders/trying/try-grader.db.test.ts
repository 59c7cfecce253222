import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { openProgramRunner } from "../programs/local-programs.ts";
import { graderKind } from "../registry.ts";
import { createTestDataset, type TestDataset } from "../testing/create-test-dataset.ts";
import { listSampleCases } from "./list-sample-cases.ts";
import { tryGrader } from "./try-grader.ts";

let workspace: TestWorkspace;
let dataset: TestDataset;
beforeAll(async () => {
  workspace = await createTestWorkspace();
  dataset = await createTestDataset(workspace.ctx, "Cases", [
    "billing",
    "bug",
    { total: 1 },
    "x".repeat(30_000),
  ]);
});

afterAll(() => openProgramRunner().close());

const grader = {
  kind: "exact-match",
  config: { normalisations: ["trim"] },
  direction: "higher" as const,
  threshold: 1,
};

test("grades a typed example, and stores nothing", async () => {
  const { ctx } = workspace;
  const before = await db().auditEvent.count();
  const tried = await tryGrader(ctx, {
    grader,
    on: { type: "example", input: "", expected: "yes", output: " yes" },
  });
  expect(tried).toMatchObject([{ caseId: null, graded: { status: "scored", passed: true } }]);
  expect(await db().auditEvent.count()).toBe(before);
});

test("grades typed answers against real cases, in the order given", async () => {
  const [first = "", second = ""] = dataset.caseIds;
  const cases = [
    { caseId: second, output: "bug" },
    { caseId: first, output: "refund" },
  ];
  const tried = await tryGrader(workspace.ctx, { grader, on: { type: "cases", cases } });
  expect(tried).toMatchObject([
    { caseId: second, graded: { passed: true } },
    { caseId: first, graded: { passed: false } },
  ]);
});

test("a configuration that does not parse is an error with its field", async () => {
  const broken = { ...grader, kind: "regular-expression", config: { pattern: "(" } };
  const tried = tryGrader(workspace.ctx, {
    grader: broken,
    on: { type: "example", input: "", expected: "", output: "" },
  });
  await expect(tried).rejects.toMatchObject({
    code: "invalid",
    fields: { "config.match": expect.any(String) },
  });
});

test("refuses cases of another workspace, and more than ten", async () => {
  const { ctx, otherCtx } = workspace;
  const [caseId = ""] = dataset.caseIds;
  const one = { caseId, output: "billing" };
  const foreign = tryGrader(otherCtx, { grader, on: { type: "cases", cases: [one] } });
  await expect(foreign).rejects.toMatchObject({ code: "not-found" });
  const eleven = tryGrader(ctx, {
    grader,
    on: { type: "cases", cases: Array.from({ length: 11 }, () => one) },
  });
  await expect(eleven).rejects.toMatchObject({ code: "invalid" });
});

test("runs code that is not saved yet, on real cases, in processes of its own", async () => {
  const code = "({ expected, output, metadata }) => ({ score: output === expected ? 1 : 0, reason: output })";
  const custom = { ...grader, kind: "custom-javascript", config: { code, timeLimitSeconds: 1 } };
  const cases = dataset.caseIds.slice(0, 2).map((caseId) => ({ caseId, output: "bug" }));
  expect(await tryGrader(workspace.ctx, { grader: custom, on: { type: "cases", cases } })).toMatchObject([
    { graded: { status: "scored", passed: false, reason: "bug" } },
    { graded: { status: "scored", passed: true } },
  ]);
  const broken = { ...custom, config: { code: "({ => 1", timeLimitSeconds: 1 } };
  await expect(
    tryGrader(workspace.ctx, { grader: broken, on: { type: "cases", cases } }),
  ).rejects.toMatchObject({
    fields: { "config.code": expect.stringMatching(/line 1, column 4/) },
  });
});

test("what is typed of the attempt and the metadata reaches the grader, and what is left out is not known", async () => {
  const latency = { kind: "latency", config: { limit: 400 }, direction: "higher" as const, threshold: 1 };
  const example = { type: "example" as const, input: "", expected: null, output: "x" };
  const tried = (attempt: object) =>
    tryGrader(workspace.ctx, { grader: latency, on: { ...example, attempt } });
  expect(await tried({ latencyMs: 500 })).toMatchObject([{ graded: { status: "scored", passed: false } }]);
  expect(await tried({})).toMatchObject([{ graded: { status: "unscored" } }]);
  await expect(tried({ latency: 500 })).rejects.toMatchObject({ code: "invalid" });
  const citations = { ...latency, kind: "citations", config: Object(graderKind("citations").defaults) };
  const on = { ...example, output: "So it is [1].", metadata: { sources: ["It is so."] } };
  expect(await tryGrader(workspace.ctx, { grader: citations, on })).toMatchObject([
    { graded: { passed: true } },
  ]);
});

test("a viewer may try a grader", async () => {
  const on = { type: "example" as const, input: "", expected: "yes", output: "no" };
  await expect(tryGrader(workspace.ctxWithRole("viewer"), { grader, on })).resolves.toHaveLength(1);
});

test("lists sample cases as text, cuts long ones, pages, and refuses another workspace", async () => {
  const { ctx, otherCtx } = workspace;
  const page = await listSampleCases(ctx, { datasetId: dataset.id, limit: 3 });
  expect(page.items).toMatchObject([
    { key: "case-1", title: "Question 1", expectedText: "billing", isCut: false },
    { key: "case-2", expectedText: "bug" },
    { key: "case-3", expectedText: '{\n  "total": 1\n}' },
  ]);
  const rest = await listSampleCases(ctx, { datasetId: dataset.id, limit: 3, cursor: page.nextCursor });
  expect(rest).toMatchObject({ items: [{ key: "case-4", isCut: true }], nextCursor: null });
  await expect(listSampleCases(otherCtx, { datasetId: dataset.id })).rejects.toMatchObject({
    code: "not-found",
  });
});
