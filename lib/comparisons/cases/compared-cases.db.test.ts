import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { createModel } from "#lib/models/create-model.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { getComparison } from "../get-comparison.ts";
import { buckets } from "../rules/bucket.ts";
import { type RecordedAttempt, recordedRun } from "../testing/recorded-run.ts";
import { comparedCaseSorts } from "./compared-case-params.ts";
import { exportComparedCases } from "./export-compared-cases.ts";
import { getComparedCase } from "./get-compared-case.ts";
import {
  type ComparedCaseRow,
  type ListComparedCasesInput,
  listComparedCases,
} from "./list-compared-cases.ts";
import { prepareComparedSearch } from "./prepare-compared-search.ts";

const verdicts = ["passed", "failed", "unscored", "errored"] as const;
const cases = echoCases(40).map((one, index) => ({ ...one, tags: index < 12 ? ["billing"] : [] }));
let workspace: TestWorkspace;
let runIds: string[];
let graderVersionId: string;

/** Three runs, the last of two attempts at each case; the first ends four cases early. */
beforeAll(async () => {
  workspace = await createTestWorkspace();
  const { ctx } = workspace;
  const { versionId } = await publishedDataset(ctx, cases);
  const model = await createModel(ctx, {
    name: "Lead",
    config: { provider: "built_in", builtInKind: "lead-n" },
  });
  const exact = await createGrader(ctx, { name: "Exact", kind: "exact-match" });
  const second = await createGrader(ctx, { name: "Overlap", kind: "token-f1" });
  graderVersionId = second.versionId;
  const attempts = (step: number, to: number, repetitions: number) =>
    Object.fromEntries(
      cases.slice(0, to).map(({ key }, index): [string, RecordedAttempt[]] => [
        key,
        Array.from({ length: repetitions }, (_, repetition): RecordedAttempt => {
          const verdict = verdicts[Math.floor((index + repetition) / step) % 4] ?? "passed";
          const grade = verdict === "unscored" ? null : verdict === "passed";
          return {
            verdict,
            output: index === 4 ? "=cmd() 50% off" : verdict,
            grades: [grade, index % 3 === 0],
          };
        }),
      ]),
    );
  runIds = [];
  for (const [step, to, repetitions] of [
    [1, 36, 1],
    [4, 40, 1],
    [2, 40, 2],
  ] as const) {
    const run = await recordedRun(ctx, {
      datasetVersionId: versionId,
      modelVersionId: model.versionId,
      graderVersionIds: [exact.versionId, second.versionId],
      attempts: attempts(step, to, repetitions),
      repetitions,
      missing: 40 - to,
    });
    runIds.push(run.id);
  }
});

async function all(filter: Partial<ListComparedCasesInput> = {}): Promise<ComparedCaseRow[]> {
  const rows: ComparedCaseRow[] = [];
  let cursor: string | null = null;
  do {
    const page = await listComparedCases(workspace.ctx, { runIds, limit: 7, ...filter, cursor });
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

const keysOf = (rows: readonly ComparedCaseRow[]) => rows.map(({ key }) => key).sort();

test.each(comparedCaseSorts)("pages in the order %s hold every case once", async (sort) => {
  const rows = await all({ sort });
  expect(keysOf(rows)).toEqual(cases.map(({ key }) => key));
  const [column, direction] = sort.split(".");
  if (column === "change") return;
  const expected = cases.map(({ key }) => key);
  expect(rows.map(({ key }) => key)).toEqual(direction === "asc" ? expected : expected.toReversed());
});

test("what got worse comes first, and what was fixed last", async () => {
  const rows = await all();
  const { result } = await getComparison(workspace.ctx, { runIds });
  const { regressed = 0, fixed = 0 } = result?.candidate.counts ?? {};
  expect(rows.slice(0, regressed).every(({ bucket }) => bucket === "regressed")).toBe(true);
  expect(rows.slice(-fixed).every(({ bucket }) => bucket === "fixed")).toBe(true);
});

describe.each([
  ["the verdict", () => null],
  ["one grader", () => graderVersionId],
])("by %s", (_name, grader) => {
  test("every bucket filters to as many cases as it counts, and every cell of both matrices likewise", async () => {
    const judged = { runIds, graderVersionId: grader(), againstId: runIds[2] ?? null };
    const { result } = await getComparison(workspace.ctx, judged);
    for (const bucket of buckets) {
      const rows = await all({ ...judged, show: bucket });
      expect(rows).toHaveLength(result?.candidate.counts[bucket] ?? -1);
      expect(rows.every((row) => row.bucket === bucket)).toBe(true);
    }
    const total = async (filter: Partial<ListComparedCasesInput>) =>
      (await listComparedCases(workspace.ctx, { ...judged, runIds, ...filter })).total;
    for (const [from, before] of (result?.states.names ?? []).entries()) {
      for (const [to, after] of (result?.states.names ?? []).entries()) {
        expect(await total({ cell: `${before}.${after}` })).toBe(result?.states.counts[from]?.[to]);
      }
    }
    for (const [from, before] of (result?.modes?.names ?? []).entries()) {
      for (const [to, after] of (result?.modes?.names ?? []).entries()) {
        expect(await total({ modes: `${before.key}.${after.key}` })).toBe(result?.modes?.counts[from]?.[to]);
      }
    }
    for (const { runId, count } of result?.soles ?? []) expect(await total({ soleId: runId })).toBe(count);
    expect(await total({ show: "critical" })).toBe(result?.critical);
    expect(await total({ slice: "tag:billing" })).toBe(12);
  });
});

test("a row has the answer of every run, with how often it passed", async () => {
  const row = (await all()).find(({ key }) => key === "c-0002");
  expect(row?.answers.map(({ runId }) => runId)).toEqual(runIds);
  expect(row?.answers.map(({ state }) => state)).toEqual(["failed", "passed", "mixed"]);
  expect(row?.answers[2]?.rate).toBe(0.5);
});

test.each([
  ["C-0007", ["c-0007"]],
  ["50% off", ["c-0005"]],
  ["text of c-0012", ["c-0012"]],
  ["nothing like it", []],
])("search for %s", async (search, expected) => {
  expect(keysOf(await all({ search }))).toEqual(expected);
});

test("one case: every run's answer, each attempt, and the neighbours within the filter", async () => {
  const rows = await all({ show: "regressed" });
  const middle = await getComparedCase(workspace.ctx, { runIds, show: "regressed", key: rows[1]?.key ?? "" });
  expect(middle).toMatchObject({ previousKey: rows[0]?.key, nextKey: rows[2]?.key ?? null });
  expect(middle.sides.map(({ runId }) => runId)).toEqual(runIds);
  const second = await getComparedCase(workspace.ctx, { runIds, key: "c-0001", repetition: 2 });
  expect(second.sides.map(({ attempt }) => attempt?.repetition ?? null)).toEqual([null, null, 2]);
  const outside = await getComparedCase(workspace.ctx, { runIds, search: "c-0040", key: "c-0001" });
  expect(outside).toMatchObject({ previousKey: null, nextKey: null });
});

async function textOf(input: Parameters<typeof exportComparedCases>[1]) {
  const file = await exportComparedCases(workspace.ctx, input);
  const chunks: string[] = [];
  for await (const chunk of file.chunks) chunks.push(chunk);
  return { ...file, text: chunks.join("") };
}

test("the export holds what the filter shows, names every run, and disarms formulas", async () => {
  const { text, fileName } = await textOf({ runIds, search: "50% off", format: "csv" });
  const lines = text.trim().split("\r\n");
  expect(lines).toHaveLength(2);
  const { runs } = await getComparison(workspace.ctx, { runIds });
  for (const { number } of runs) expect(lines[0]).toContain(`run_${number}_output`);
  expect(fileName).toBe(`compared-runs-${runs.map(({ number }) => number).join("-")}.csv`);
  expect(text).toContain("'=cmd()");
  expect(text).toContain("Lead v1");
  const regressed = await all({ show: "regressed" });
  const jsonl = await textOf({ runIds, show: "regressed", format: "jsonl" });
  const rows = jsonl.text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(rows.map(({ key }) => key)).toEqual(regressed.map(({ key }) => key));
  expect(rows[0].runs.map(({ attempts }: { attempts: unknown[] }) => attempts.length)).toEqual([1, 1, 2]);
});

test("an attempt that errored is told by its code, and in words in the export", async () => {
  const isErrored = ({ state }: { state: string }) => state === "errored";
  const row = (await all()).find(({ answers }) => answers.some(isErrored));
  expect(row?.answers.find(isErrored)).toMatchObject({ errorCode: "timeout", output: "" });
  const { text } = await textOf({ runIds, search: row?.key ?? "", format: "csv" });
  expect(text).toContain("_error_class,");
  expect(text).toContain("transient,timeout,Time-out,No answer in time.");
});

test("a cursor of another list is refused", async () => {
  const asked = { runIds, show: "fixed" as const };
  await expect(listComparedCases(workspace.ctx, { ...asked, cursor: "x" })).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(listComparedCases(workspace.ctx, { ...asked, cursor: "99" })).rejects.toMatchObject({
    code: "invalid",
  });
});

test("texts that were read while somebody began to type are not read again for the search", async () => {
  await prepareComparedSearch(workspace.ctx, { runIds });
  expect(await all({ search: "50% off" })).toHaveLength(1);
  const [run = ""] = runIds;
  // Nothing else knows of this change: no run of the product rewrites an answer.
  await db().attempt.updateMany({ where: { runId: run, output: "passed" }, data: { output: "rewritten" } });
  expect(await all({ search: "rewritten" })).toEqual([]);
  await db().attempt.updateMany({ where: { runId: run, output: "rewritten" }, data: { output: "passed" } });
});

test("refuses another workspace", async () => {
  const { otherCtx } = workspace;
  const refused = { code: "not-found" };
  await expect(listComparedCases(otherCtx, { runIds })).rejects.toMatchObject(refused);
  await expect(getComparedCase(otherCtx, { runIds, key: "c-0001" })).rejects.toMatchObject(refused);
  await expect(exportComparedCases(otherCtx, { runIds, format: "csv" })).rejects.toMatchObject(refused);
  await expect(prepareComparedSearch(otherCtx, { runIds })).rejects.toMatchObject(refused);
});
