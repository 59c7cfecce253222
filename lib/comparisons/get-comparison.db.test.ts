import { beforeAll, describe, expect, test } from "vitest";
import { editCase } from "#lib/datasets/cases/edit-case.ts";
import { publishVersion } from "#lib/datasets/publish-version.ts";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createModel } from "#lib/models/create-model.ts";
import { tangoInterval } from "#lib/stats/paired/tango.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { compareVerdicts } from "./compare-verdicts.ts";
import type { ComparisonResult } from "./comparison.ts";
import { getComparison } from "./get-comparison.ts";
import { type RecordedAttempt, type RecordedRun, recordedRun } from "./testing/recorded-run.ts";

const verdicts = ["passed", "failed", "unscored", "errored"] as const;
const cases = echoCases(60).map((one, index) => ({
  ...one,
  tags: [...(index % 4 === 0 ? ["billing"] : []), ...(index % 10 === 0 ? ["critical"] : [])],
}));
let workspace: TestWorkspace;
let versionId: string;
let common: Pick<RecordedRun, "datasetVersionId" | "modelVersionId" | "graderVersionIds">;
let runs: { id: string; number: number }[];

/** Every pair of verdicts occurs, the last cases are missing, and the second grader disagrees at times. */
beforeAll(async () => {
  workspace = await createTestWorkspace();
  const { ctx } = workspace;
  ({ versionId } = await publishedDataset(ctx, cases));
  const model = await createModel(ctx, {
    name: "Lead",
    config: { provider: "built_in", builtInKind: "lead-n" },
  });
  const exact = await createGrader(ctx, { name: "Exact", kind: "exact-match" });
  const overlap = await createGrader(ctx, { name: "Overlap", kind: "token-f1" });
  common = {
    datasetVersionId: versionId,
    modelVersionId: model.versionId,
    graderVersionIds: [exact.versionId, overlap.versionId],
  };
  const attempts = (offset: number, step: number, repetitions: number) =>
    Object.fromEntries(
      cases.slice(0, 55).map(({ key }, index): [string, RecordedAttempt[]] => [
        key,
        Array.from({ length: repetitions }, (_, repetition): RecordedAttempt => {
          const turn = Math.floor((index + offset + repetition * (index % 2)) / step);
          const verdict = verdicts[turn % (index % 3 === 0 ? 4 : 2)] ?? "passed";
          const grade = verdict === "unscored" ? null : verdict === "passed";
          return { verdict, latencyMs: 100 + index, grades: [grade, index % 7 === 0 ? null : index % 5 < 3] };
        }),
      ]),
    );
  runs = [];
  for (const [offset, step, repetitions] of [
    [0, 1, 1],
    [3, 2, 1],
    [1, 3, 2],
  ] as const) {
    const run = { ...common, attempts: attempts(offset, step, repetitions), repetitions };
    runs.push(await recordedRun(ctx, { ...run, missing: 5 }));
  }
});

const ids = () => runs.map(({ id }) => id);

async function resultOf(runIds: string[], more: object = {}): Promise<ComparisonResult> {
  const { result } = await getComparison(workspace.ctx, { runIds, ...more });
  if (result === null) throw new Error("The runs share their cases.");
  return result;
}

/** Share of passed among scored attempts of every case, straight from the rows. */
async function ratesOf(runId: string): Promise<Map<string, number | string>> {
  const attempts = await db().attempt.findMany({
    where: { runId },
    select: { verdict: true, case: { select: { key: true } } },
  });
  const byKey = Map.groupBy(attempts, (attempt) => attempt.case.key);
  return new Map(
    cases.map(({ key }): [string, number | string] => {
      const all = (byKey.get(key) ?? []).map(({ verdict }) => verdict);
      const scored = all.filter((verdict) => verdict === "passed" || verdict === "failed");
      if (scored.length > 0) {
        return [key, scored.filter((verdict) => verdict === "passed").length / scored.length];
      }
      return [key, all.includes("errored") ? "errored" : all.includes("unscored") ? "unscored" : "missing"];
    }),
  );
}

describe("figures on the page are those of the raw rows", () => {
  test.each([
    [0, 1],
    [1, 0],
    [0, 2],
    [2, 1],
  ])("run %i against run %i", async (first, second) => {
    const runIds = [ids()[first] ?? "", ids()[second] ?? ""];
    const [before, after] = await Promise.all(runIds.map(ratesOf));
    const pairs = cases.map(({ key }) => [before?.get(key), after?.get(key)] as const);
    const judged = pairs.filter(([a, b]) => typeof a === "number" && typeof b === "number");
    const count = (test: (a: number, b: number) => boolean) =>
      judged.filter(([a, b]) => test(Number(a), Number(b))).length;
    const left = pairs.filter(([a, b]) => typeof a !== "number" || typeof b !== "number");
    const errored = left.filter((pair) => pair.includes("errored")).length;
    const missing = left.filter((pair) => !pair.includes("errored") && pair.includes("missing")).length;
    const { candidate, states } = await resultOf(runIds);
    expect(candidate.counts).toEqual({
      regressed: count((a, b) => b < a),
      fixed: count((a, b) => b > a),
      same: count((a, b) => a === b),
      changed: 0,
      errored,
      missing,
      unscored: left.length - errored - missing,
      unpaired: 0,
    });
    const { comparison } = candidate.row;
    const mean = (side: 0 | 1) => judged.reduce((sum, pair) => sum + Number(pair[side]), 0) / judged.length;
    expect(comparison?.n).toBe(judged.length);
    expect(comparison?.difference).toBeCloseTo(mean(1) - mean(0), 12);
    expect(states.total).toBe(cases.length);
    expect(states.counts.flat().reduce((sum, one) => sum + one, 0)).toBe(cases.length);
  });

  test("one attempt each: Tango's interval; a slice has the cases of its tag", async () => {
    const result = await resultOf(ids().slice(0, 2));
    const { counts, row } = result.candidate;
    const interval = tangoInterval({
      onlyFirst: counts.fixed,
      onlySecond: counts.regressed,
      total: counts.fixed + counts.regressed + counts.same,
    });
    expect(row.comparison?.lower).toBeCloseTo(interval.lower, 12);
    expect(row.comparison?.upper).toBeCloseTo(interval.upper, 12);
    const billing = result.forest.slices.find(({ id }) => id === "tag:billing");
    const [before, after] = await Promise.all(ids().slice(0, 2).map(ratesOf));
    const keys = cases.filter(({ tags }) => tags.includes("billing")).map(({ key }) => key);
    const both = keys.filter((key) => [before, after].every((rates) => typeof rates?.get(key) === "number"));
    expect(billing?.comparison?.n).toBe(both.length);
    expect(result.forest.family).toBe(
      result.graders.length + result.forest.scores.length + result.slices.length,
    );
  });

  test("a critical case counts once it newly fails", async () => {
    const [before, after] = await Promise.all(ids().slice(0, 2).map(ratesOf));
    const critical = cases.filter(
      ({ key, tags }) => tags.includes("critical") && before?.get(key) === 1 && Number(after?.get(key)) < 1,
    );
    expect((await resultOf(ids().slice(0, 2))).critical).toBe(critical.length);
  });
});

test("three runs: each against the baseline as if alone, in focus or not; alone right is as the rows say", async () => {
  const all = await resultOf(ids());
  for (const [index, summary] of all.candidates.entries()) {
    const alone = await resultOf([ids()[0] ?? "", ids()[index + 1] ?? ""]);
    expect(summary.counts).toEqual(alone.candidate.counts);
    expect(summary.row.comparison?.difference).toBe(alone.candidate.row.comparison?.difference);
    expect(summary.row.adjustedP ?? 0).toBeGreaterThanOrEqual(alone.candidate.row.adjustedP ?? 1);
  }
  const focused = await resultOf(ids(), { againstId: ids()[2] });
  expect(focused.candidate.run.id).toBe(ids()[2]);
  const rates = await Promise.all(ids().map(ratesOf));
  const alone = cases.map(({ key }) => {
    const right = rates
      .map((of) => of.get(key))
      .map((rate) => (typeof rate === "number" ? rate > 0.5 : null));
    return right.includes(null) || right.filter(Boolean).length !== 1 ? -1 : right.indexOf(true);
  });
  expect(all.soles.map(({ count }) => count)).toEqual(
    ids().map((_, run) => alone.filter((one) => one === run).length),
  );
  expect(all.agreements).toHaveLength(3);
  expect(all.latency.runs.map(({ n }) => n)).toEqual(
    await Promise.all(
      ids().map(async (runId) => await db().attempt.count({ where: { runId, latencyMs: { not: null } } })),
    ),
  );
});

test("a case that was changed between versions is listed and not compared; a new tag is no change", async () => {
  const { ctx } = workspace;
  const first = await publishedDataset(ctx, echoCases(6));
  const edit = { split: "held_out" as const, metadata: {} };
  const change = async (key: string, text: string, tags: string[]) =>
    await editCase(ctx, {
      datasetId: first.datasetId,
      key,
      content: { ...edit, input: { text }, expected: "text of c-0002", tags },
    });
  await change("c-0001", "another question", []);
  await change("c-0002", "text of c-0002", ["hard"]);
  const second = await publishVersion(ctx, { datasetId: first.datasetId, note: "Second" });
  const attempts = Object.fromEntries(echoCases(6).map(({ key }) => [key, "passed" as const]));
  const one = await recordedRun(ctx, { ...common, attempts, datasetVersionId: first.versionId });
  const other = await recordedRun(ctx, { ...common, attempts, datasetVersionId: second.id });
  const { candidate, forest, states } = await resultOf([one.id, other.id]);
  expect(candidate.counts).toMatchObject({ changed: 1, same: 5 });
  expect(forest.graders[0]?.comparison?.n).toBe(5);
  expect(states.total).toBe(5);
  expect(candidate.notes.map(({ title }) => title)).toContain("Different dataset versions");
});

test("runs of other datasets share no case and are named", async () => {
  const { ctx } = workspace;
  const other = await publishedDataset(ctx, echoCases(4));
  const attempts = Object.fromEntries(echoCases(4).map(({ key }) => [key, "passed" as const]));
  const run = await recordedRun(ctx, { ...common, attempts, datasetVersionId: other.versionId });
  const alone = await getComparison(ctx, { runIds: [ids()[0] ?? "", run.id] });
  expect(alone).toMatchObject({ result: null, comparedIds: [ids()[0]] });
  expect(alone.otherDatasets).toHaveLength(1);
  const beside = await getComparison(ctx, { runIds: [...ids().slice(0, 2), run.id] });
  expect(beside.result?.candidates).toHaveLength(1);
});

test("verdicts of many pairs agree with the comparison of each", async () => {
  const pair = { baselineId: ids()[0] ?? "", candidateId: ids()[1] ?? "" };
  const [change] = await compareVerdicts(workspace.ctx, [pair]);
  const { candidate } = await resultOf([pair.baselineId, pair.candidateId]);
  expect(change?.difference).toMatchObject({ n: candidate.row.comparison?.n ?? -1 });
  expect(change?.withheld).toBe(candidate.withheld !== "nothing");
});

describe("refuses", () => {
  test("another workspace", async () => {
    await expect(getComparison(workspace.otherCtx, { runIds: ids() })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test.each<[string, () => string[]]>([
    ["a run against itself", () => [ids()[0] ?? "", ids()[0] ?? ""]],
    ["one run", () => [ids()[0] ?? ""]],
    ["eleven runs", () => Array.from({ length: 11 }, () => newId())],
  ])("%s", async (_name, runIds) => {
    await expect(getComparison(workspace.ctx, { runIds: runIds() })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});
