import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { type RecordedAttempt, recordedRun } from "#lib/comparisons/testing/recorded-run.ts";
import { db, pool } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { createModel } from "#lib/models/create-model.ts";
import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import { quantile } from "#lib/stats/quantile.ts";
import { quantileInterval } from "#lib/stats/quantiles/quantile-interval.ts";
import { publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";

const verdicts = ["passed", "failed", "passed", "errored", "unscored", "passed", "passed"] as const;
let workspace: TestWorkspace;
let runId: string;

/** 70 cases in two splits and three tags, with errors and answers that no grader or only one could judge. */
beforeAll(async () => {
  workspace = await createTestWorkspace();
  const { ctx } = workspace;
  const cases = Array.from({ length: 70 }, (_, index) => ({
    key: `c-${index}`,
    input: { text: `${index}` },
    expected: `${index}`,
    split: index % 3 === 0 ? "fresh" : "held-out",
    tags: [`tag ${index % 3}`],
  }));
  const dataset = await publishedDataset(ctx, cases);
  const [first, second] = [
    await createGrader(ctx, { name: "First", kind: "exact-match" }),
    await createGrader(ctx, { name: "Second", kind: "exact-match", weight: 0 }),
  ];
  const model = await createModel(ctx, {
    name: "One",
    config: { provider: "built_in", builtInKind: "lead-n" },
  });
  const attempts = cases.map(({ key }, index): [string, RecordedAttempt] => {
    const verdict = verdicts[index % verdicts.length] ?? "passed";
    const own = verdict === "unscored" ? null : verdict === "passed";
    return [
      key,
      { verdict, latencyMs: 100 + index, grades: [own, index % 5 === 0 ? null : index % 2 === 0] },
    ];
  });
  const run = await recordedRun(ctx, {
    datasetVersionId: dataset.versionId,
    modelVersionId: model.versionId,
    graderVersionIds: [first.versionId, second.versionId],
    attempts: Object.fromEntries(attempts),
  });
  runId = run.id;
});

const measuresOf = async () =>
  await db().runMeasure.findMany({
    where: { runId },
    orderBy: [{ kind: "asc" }, { key: "asc" }, { value: "asc" }],
  });

test("measures by grader equal a recount of the grades", async () => {
  const measures = (await measuresOf()).filter((row) => row.kind === "grader");
  expect(measures).toHaveLength(2);
  for (const row of measures) {
    const grades = await db().grade.findMany({ where: { runId, graderVersionId: row.value } });
    const scored = grades.filter((grade) => grade.status === "scored");
    const passed = scored.filter((grade) => grade.passed).length;
    expect(row).toMatchObject({ n: scored.length, passed });
    expect(row).toMatchObject(wilsonInterval({ successes: passed, total: scored.length }) ?? {});
    expect(row.mean).toBeCloseTo(passed / scored.length, 12);
    // Scores of 0 and 1 alone are a pass rate.
    expect([row.meanLower, row.meanUpper]).toEqual([row.lower, row.upper]);
  }
});

test("measures by slice equal a recount of the attempts", async () => {
  const measures = (await measuresOf()).filter((row) => row.kind === "slice");
  expect(measures.map((row) => `${row.key} ${row.value}`)).toEqual([
    "split fresh",
    "split held_out",
    "tag tag 0",
    "tag tag 1",
    "tag tag 2",
  ]);
  const attempts = await db().attempt.findMany({ where: { runId }, include: { caseRevision: true } });
  for (const row of measures) {
    const within = attempts.filter(({ caseRevision: { split, tags } }) =>
      row.key === "split" ? split === row.value : tags.includes(row.value),
    );
    const passed = within.filter((attempt) => attempt.verdict === "passed").length;
    const total = passed + within.filter((attempt) => attempt.verdict === "failed").length;
    expect(row).toMatchObject({ n: total, passed, ...wilsonInterval({ successes: passed, total }) });
  }
});

test("measures of the latency equal quantiles of the answers", async () => {
  const measures = (await measuresOf()).filter((row) => row.kind === "latency");
  const latencies = (await db().attempt.findMany({ where: { runId } })).flatMap((attempt) =>
    attempt.latencyMs === null ? [] : [attempt.latencyMs],
  );
  expect(measures.map((row) => [row.key, row.n])).toEqual([
    ["p50", latencies.length],
    ["p95", latencies.length],
  ]);
  for (const [index, share] of [0.5, 0.95].entries()) {
    const { estimate = null, lower = null, upper = null } = measures[index] ?? {};
    expect(estimate).toBeCloseTo(quantile(latencies, share) ?? Number.NaN, 9);
    const interval = quantileInterval(latencies, share);
    expect([lower, upper]).toEqual([interval?.lower ?? null, interval?.upper ?? null]);
  }
});

test("the cost of a solved case is what was paid over what passed, within its interval", async () => {
  const [cost] = (await measuresOf()).filter((row) => row.kind === "cost");
  const attempts = await db().attempt.findMany({ where: { runId } });
  const paid = attempts.reduce((sum, attempt) => sum + (attempt.costMicroUsd ?? 0), 0);
  const passed = attempts.filter((attempt) => attempt.verdict === "passed").length;
  expect(cost).toMatchObject({ key: "per-pass", n: passed });
  expect(cost?.estimate).toBeCloseTo(paid / passed, 9);
  expect(cost?.lower).toBeLessThan(paid / passed);
});

test("the migration takes the measures of older runs from their scorecards", async () => {
  // What older scorecards do not have: intervals of latencies and means, and the cost of a solved case.
  const plain = (rows: Awaited<ReturnType<typeof measuresOf>>) =>
    rows
      .filter((row) => row.kind !== "cost")
      .map(({ meanLower: _lower, meanUpper: _upper, ...row }) =>
        row.kind === "latency" ? { ...row, lower: null, upper: null } : row,
      );
  const stored = plain(await measuresOf());
  await db().runMeasure.deleteMany({ where: { runId } });
  const file = await readFile("prisma/migrations/20261121190000_run_measures/migration.sql", "utf8");
  for (const statement of file.split(";").filter((text) => text.includes("INSERT INTO"))) {
    await pool().query(statement);
  }
  expect(plain(await measuresOf())).toEqual(stored);
});
