import { beforeAll, describe, expect, test } from "vitest";
import { type RecordedAttempt, recordedRun } from "#lib/comparisons/testing/recorded-run.ts";
import { db } from "#lib/db/database.ts";
import { approveBaseline } from "#lib/gates/approve-baseline.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { createModel } from "#lib/models/create-model.ts";
import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import { tangoInterval } from "#lib/stats/paired/tango.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import type { AcceptedRun } from "./alarm/alarm-pairs.ts";
import { listAcceptedRuns } from "./alarm/list-accepted-runs.ts";
import { listAlarms } from "./alarm/list-alarms.ts";
import { exportTrend } from "./export-trend.ts";
import { getFirstSteps } from "./get-first-steps.ts";
import { type GetTrendInput, getTrend } from "./get-trend.ts";
import { listBestModels } from "./list-best-models.ts";
import { listRecentRuns } from "./list-recent-runs.ts";
import { regressionsOf } from "./regressions-of.ts";

const caseCount = 40;
let workspace: TestWorkspace;
let datasetId: string;
let runs: { id: string; number: number }[];

/** The first model goes from 38 to 24 of 40 passed, with one error; the second stays at 36 and then fails another two. */
beforeAll(async () => {
  workspace = await createTestWorkspace();
  const { ctx } = workspace;
  const dataset = await publishedDataset(ctx, echoCases(caseCount));
  datasetId = dataset.datasetId;
  const grader = await createGrader(ctx, { name: "Exact", kind: "exact-match" });
  const config = { provider: "built_in" as const, builtInKind: "lead-n" };
  const versions: string[] = [];
  for (const name of ["One", "Two"]) {
    const model = await createModel(ctx, { name, config });
    versions.push(model.versionId);
  }
  const passing = (passes: number, errors = 0): Record<string, RecordedAttempt> =>
    Object.fromEntries(
      echoCases(caseCount).map(({ key }, index) => [
        key,
        {
          verdict: index < passes ? "passed" : index < caseCount - errors ? "failed" : "errored",
          latencyMs: 100 + index,
        },
      ]),
    );
  const plan = [
    { model: 0, attempts: passing(38) },
    { model: 1, attempts: passing(36) },
    { model: 0, attempts: passing(24, 1) },
    { model: 1, attempts: passing(34) },
  ];
  runs = [];
  for (const [index, { model, attempts }] of plan.entries()) {
    runs.push(
      await recordedRun(ctx, {
        datasetVersionId: dataset.versionId,
        modelVersionId: versions[model] ?? "",
        graderVersionIds: [grader.versionId],
        attempts,
        finishedAt: new Date(Date.UTC(2026, 0, index + 1)),
      }),
    );
  }
  await recordedRun(ctx, {
    datasetVersionId: dataset.versionId,
    modelVersionId: versions[0] ?? "",
    graderVersionIds: [grader.versionId],
    attempts: passing(1),
    state: "running",
  });
});

describe("getTrend", () => {
  test("has the finished runs, oldest first, and equals a recount of their attempts", async () => {
    const { runs: points, hasOlder, lines } = await getTrend(workspace.ctx, { datasetId });
    expect(points.map((point) => point.runId)).toEqual(runs.map((run) => run.id));
    expect(hasOlder).toBe(false);
    for (const point of points) {
      const attempts = await db().attempt.findMany({ where: { runId: point.runId } });
      const count = (verdict: string) => attempts.filter((attempt) => attempt.verdict === verdict).length;
      const scored = count("passed") + count("failed");
      expect(point).toMatchObject({ scored, errored: count("errored"), planned: caseCount });
      expect(point.passRate).toEqual(wilsonInterval({ successes: count("passed"), total: scored }));
      expect(point.costMicroUsd).toBe(
        attempts.reduce((sum, attempt) => sum + (attempt.costMicroUsd ?? 0), 0),
      );
    }
    expect(lines.map((line) => [line.label, line.points.map((point) => point.count)])).toEqual([
      ["Two", [36, 34]],
      ["One", [38, 24]],
    ]);
  });

  test("lines by grader and by slice equal the whole where it is the same", async () => {
    const ask = async (subject: string) => await getTrend(workspace.ctx, { datasetId, subject });
    const { choices, ...whole } = await ask("whole");
    const [grader] = choices.graders;
    expect(choices.slices).toEqual([{ dimension: "split", values: ["held_out"] }]);
    for (const subject of [`grader:${grader?.id}`, "slice:split=held_out"]) {
      const { lines } = await ask(subject);
      expect(lines).toEqual(whole.lines);
    }
    const each = await ask("graders");
    expect(each.lines.map((line) => [line.label, line.points.map((point) => point.count)])).toEqual([
      ["Exact", [36, 34]],
    ]);
  });

  test("a range, a choice of models and a line that is looked at", async () => {
    const [first, second, third] = runs.map((run) => run.number);
    const ranged = await getTrend(workspace.ctx, { datasetId, range: [third ?? 0, second ?? 0] });
    expect(ranged.runs.map((run) => run.number)).toEqual([second, third]);
    const one = await db().model.findFirstOrThrow({
      where: { workspaceId: workspace.ctx.workspaceId, name: "One" },
    });
    const ofOne = await getTrend(workspace.ctx, { datasetId, modelIds: [one.id] });
    expect(ofOne.runs.map((run) => run.number)).toEqual([first, third]);
    expect(ofOne.choices.models.map((model) => [model.label, model.count])).toEqual([
      ["One", 2],
      ["Two", 2],
    ]);
    const focused = await getTrend(workspace.ctx, { datasetId, lineId: one.id });
    expect(focused.focus).toMatchObject({ label: "One", analysis: { runs: 2, result: { kind: "refused" } } });
  });

  test("keeps the newest within the limit", async () => {
    const two = await getTrend(workspace.ctx, { datasetId, limit: 2 });
    expect(two.runs.map((point) => point.runId)).toEqual(runs.slice(2).map((run) => run.id));
    expect(two.hasOlder).toBe(true);
  });

  test("refuses another workspace", async () => {
    await expect(getTrend(workspace.otherCtx, { datasetId })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("exportTrend", () => {
  test("has the rows that the table shows, with the figures of each line", async () => {
    const { fileName, text } = await exportTrend(workspace.ctx, {
      datasetId,
      view: { search: "one", sort: { column: "number", direction: "asc" } },
    });
    expect(fileName).toMatch(/^trend-dataset-[a-z0-9-]+-pass-rate\.csv$/);
    const [head, ...rows] = text.trim().split("\r\n");
    expect(head).toContain("One: pass-rate value");
    expect(rows.map((row) => row.split(",")[0])).toEqual([`${runs[0]?.number}`, `${runs[2]?.number}`]);
    expect(rows[0]).toContain(`,${38 / 40},`);
  });

  test("refuses another workspace", async () => {
    const view = { search: "", sort: null };
    await expect(exportTrend(workspace.otherCtx, { datasetId, view })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

test("approved runs come with their value, and the alarm is against the last of them", async () => {
  const [first, second] = runs;
  for (const run of [first, second]) {
    await approveBaseline(workspace.ctx, { datasetId, runId: run?.id ?? "", note: "Good enough for now" });
  }
  const trend = await getTrend(workspace.ctx, { datasetId });
  const accepted = await listAcceptedRuns(workspace.ctx, trend);
  expect(accepted.map(({ run, value }) => [run.number, value])).toEqual([
    [second?.number, 36 / 40],
    [first?.number, 38 / 40],
  ]);
  const { alarms } = await listAlarms(workspace.ctx, trend, accepted);
  expect(alarms.map(({ label, reference }) => [label, reference?.kind, reference?.run.number])).toEqual([
    ["Two", "accepted", second?.number],
    ["One", "accepted", second?.number],
  ]);
});

describe("listAlarms", () => {
  const alarmsOf = async (input: Partial<GetTrendInput> = {}, acceptedRuns: AcceptedRun[] = []) => {
    const trend = await getTrend(workspace.ctx, { datasetId, ...input });
    return await listAlarms(workspace.ctx, trend, acceptedRuns);
  };

  test("the newest run of each model against the one before, corrected for two of them", async () => {
    const { alarms, family, confidence } = await alarmsOf();
    expect([family, confidence]).toEqual([2, 0.975]);
    const [two, one] = alarms;
    expect(two).toMatchObject({ label: "Two", reference: { kind: "previous" }, withheld: null });
    expect(two?.comparison?.noWorse?.verdict).toBe("cannot tell");
    // The errored case had failed before: it counts neither way.
    expect(one).toMatchObject({ label: "One", candidate: { runId: runs[2]?.id } });
    expect(one?.comparison).toMatchObject({ n: 39, regressed: 14, fixed: 0, difference: -14 / 39 });
    expect(one?.comparison?.noWorse?.verdict).toBe("worse");
    expect(one?.comparison).toMatchObject(
      tangoInterval({ onlyFirst: 0, onlySecond: 14, total: 39, confidence: 0.975 }),
    );
    expect(one?.unpaired).toMatchObject({ notJudged: 1 });
  });

  test("against an accepted run of another model, and of one slice", async () => {
    const { runs: known } = await getTrend(workspace.ctx, { datasetId });
    const second = known[1];
    if (second === undefined) throw new Error("no second run");
    const accepted = [{ run: second, approvedAt: new Date() }];
    const { alarms } = await alarmsOf({ subject: "slice:split=held_out" }, accepted);
    expect(alarms.map(({ label, reference, slice }) => [label, reference?.run.number, slice])).toEqual([
      ["Two", runs[1]?.number, "split:held_out"],
      ["One", runs[1]?.number, "split:held_out"],
    ]);
    expect(alarms[1]?.comparison).toMatchObject({ n: 39, regressed: 12, fixed: 0 });
  });

  test("a newer version of the grader that decides withholds the verdict, as the page of comparisons does", async () => {
    const { ctx } = workspace;
    const { datasetVersionId, modelVersionId } = await db().run.findUniqueOrThrow({
      where: { id: runs[3]?.id ?? "" },
    });
    const other = await createGrader(ctx, { name: "Other", kind: "exact-match" });
    const later = await recordedRun(ctx, {
      datasetVersionId,
      modelVersionId,
      graderVersionIds: [other.versionId],
      attempts: Object.fromEntries(echoCases(caseCount).map(({ key }) => [key, "passed" as const])),
      finishedAt: new Date(Date.UTC(2026, 1, 1)),
    });
    const { alarms } = await alarmsOf();
    expect(alarms[0]).toMatchObject({ label: "Two", withheld: expect.stringContaining("different graders") });
    const of = await alarmsOf({ metric: "mean-score" });
    expect(of.alarms[0]).toMatchObject({ label: "Other", reference: null });
    await db().run.delete({ where: { id: later.id } });
  });

  test("by mean score of a grader there is no margin", async () => {
    const { alarms } = await alarmsOf({ metric: "mean-score" });
    expect(alarms[0]).toMatchObject({ label: "Exact", measure: "score", comparison: { noWorse: null } });
    expect(alarms[0]?.graderVersionId).not.toBeNull();
  });
});

describe("listRecentRuns", () => {
  test("compares each run with the one before it of the same dataset and model", async () => {
    const recent = await listRecentRuns(workspace.ctx);
    expect(recent.map((run) => [run.number, run.change?.previousNumber ?? null])).toEqual([
      [runs[3]?.number, runs[1]?.number],
      [runs[2]?.number, runs[0]?.number],
      [runs[1]?.number, null],
      [runs[0]?.number, null],
    ]);
    // The errored case had failed before: it counts neither way.
    expect(recent[1]?.change).toMatchObject({
      withheld: false,
      difference: { fixed: 0, regressed: 14, n: 39, direction: "worse" },
    });
  });

  test("only what is worse beyond noise is a regression", async () => {
    const { regressions, looked } = regressionsOf(await listRecentRuns(workspace.ctx));
    expect(looked).toBe(2);
    expect(regressions.map((one) => [one.run.number, one.previousNumber, one.difference.regressed])).toEqual([
      [runs[2]?.number, runs[0]?.number, 14],
    ]);
  });

  test("sees nothing of another workspace", async () => {
    expect(await listRecentRuns(workspace.otherCtx)).toEqual([]);
  });
});

test("the best model comes from the newest run of each, with its lead over the second", async () => {
  const [best, ...others] = await listBestModels(workspace.ctx);
  expect(others).toEqual([]);
  expect(best).toMatchObject({
    dataset: { id: datasetId, versionNumber: 1 },
    models: 2,
    best: { runId: runs[3]?.id, scored: 40, passRate: { estimate: 34 / 40 } },
    runnerUp: { runId: runs[2]?.id, scored: 39 },
    lead: { withheld: false, difference: { fixed: 10, regressed: 0, n: 39, direction: "better" } },
  });
  expect(await listBestModels(workspace.otherCtx)).toEqual([]);
});

test("first steps", async () => {
  expect(await getFirstSteps(workspace.ctx)).toEqual({
    version: true,
    model: true,
    grader: true,
    run: true,
    comparison: true,
  });
  expect(Object.values(await getFirstSteps(workspace.otherCtx))).toEqual([false, false, false, false, false]);
});
