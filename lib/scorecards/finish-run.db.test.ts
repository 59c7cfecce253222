import { beforeAll, describe, expect, test } from "vitest";
import { db, pool } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { executeShard } from "#lib/runs/execution/execute-shard.ts";
import { startRuns } from "#lib/runs/start-runs.ts";
import { quantile } from "#lib/stats/quantile.ts";
import { publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import { startFakeModelServer } from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { findScorecard } from "./find-scorecard.ts";
import { finishRun } from "./finish-run.ts";
import type { Scorecard } from "./scorecard.ts";

const labels = ["billing", "login", "bug"];
let workspace: TestWorkspace;
let runId: string;
let scorecard: Scorecard;

/** 90 tickets over three labels; every fifth answer is wrong, every ninth is prose, and three calls are refused. */
beforeAll(async () => {
  workspace = await createTestWorkspace();
  const { ctx } = workspace;
  let calls = 0;
  const server = await startFakeModelServer({
    behaviour: {
      kind: "answer",
      answer: (messages) => {
        calls++;
        const label = messages.at(-1)?.content.split(" ").at(-1) ?? "";
        if (calls % 9 === 0) return "I am not sure about this one.";
        return calls % 5 === 0 ? (labels.find((other) => other !== label) ?? "") : label;
      },
    },
  });
  const { versionId } = await publishedDataset(
    ctx,
    Array.from({ length: 90 }, (_, i) => ({
      key: `t-${i}`,
      input: { text: `ticket ${i} about ${labels[i % 3]}` },
      expected: labels[i % 3] ?? "",
      split: i < 60 ? "held-out" : "fresh",
      tags: i % 2 === 0 ? ["even", "all"] : ["all"],
    })),
  );
  const model = await serverModel(ctx, { baseUrl: server.baseUrl, maxConcurrency: 1 });
  const exact = await createGrader(ctx, { name: "Label", kind: "exact-match" });
  const overlap = await createGrader(ctx, { name: "Overlap", kind: "token-f1", weight: 0 });
  const started = await startRuns(ctx, {
    requestKey: newId(),
    datasetVersionId: versionId,
    modelVersionIds: [model.versionId],
    graderVersionIds: [exact.versionId, overlap.versionId],
  });
  runId = started.runIds[0] ?? "";
  await executeShard(ctx, { runId, index: 0 }, newId(), new AbortController().signal);
  await server.close();
  await finishRun(ctx, runId);
  const found = await findScorecard(ctx, runId);
  if (found === null) throw new Error("no scorecard");
  scorecard = found;
});

describe("a stored scorecard equals a recount of the raw rows", () => {
  test("counts, pass rate and its Wilson interval", async () => {
    const attempts = await db().attempt.findMany({ where: { runId } });
    const passed = attempts.filter((attempt) => attempt.verdict === "passed").length;
    expect(scorecard.counts).toEqual({
      planned: 90,
      passed,
      failed: 90 - passed,
      unscored: 0,
      errored: 0,
      missing: 0,
    });
    expect(passed).toBeGreaterThan(50);
    expect(scorecard.passRate).toMatchObject({ successes: passed, total: 90, estimate: passed / 90 });
    const { lower = 0, upper = 0 } = scorecard.passRate ?? {};
    const z = 1.959963984540054;
    // The limits are the rates at which the score test just rejects.
    for (const limit of [lower, upper]) {
      expect(Math.abs(passed / 90 - limit)).toBeCloseTo(z * Math.sqrt((limit * (1 - limit)) / 90), 12);
    }
  });

  test("latency quantiles, tokens and cost", async () => {
    const attempts = await db().attempt.findMany({ where: { runId } });
    const latencies = attempts.map((attempt) => attempt.latencyMs ?? Number.NaN);
    expect(scorecard.latencyMs?.n).toBe(90);
    expect(scorecard.latencyMs?.p50).toBeCloseTo(quantile(latencies, 0.5) ?? Number.NaN, 9);
    expect(scorecard.latencyMs?.p95).toBeCloseTo(quantile(latencies, 0.95) ?? Number.NaN, 9);
    const cost = attempts.reduce((sum, attempt) => sum + (attempt.costMicroUsd ?? 0), 0);
    expect(scorecard.cost).toEqual({ knownMicroUsd: cost, known: 90, unknown: 0 });
    expect(scorecard.tokens.prompt).toBe(
      attempts.reduce((sum, attempt) => sum + (attempt.promptTokens ?? 0), 0),
    );
    expect(scorecard.latencyHistogram?.counts.reduce((a, b) => a + b, 0)).toBe(90);
  });

  test("each grader, also the one that does not decide", async () => {
    const [label, overlap] = scorecard.graders;
    expect(label).toMatchObject({ name: "Label", passed: scorecard.counts.passed, unscored: 0 });
    expect(overlap).toMatchObject({ name: "Overlap", weight: 0 });
    const scores = await db().grade.findMany({
      where: { runId, graderVersionId: overlap?.graderVersionId ?? "" },
    });
    const mean = scores.reduce((sum, grade) => sum + (grade.score ?? 0), 0) / scores.length;
    expect(overlap?.meanScore).toBeCloseTo(mean, 12);
  });

  test("slices by split and tag add up to the run", () => {
    const bySplit = scorecard.slices.filter((slice) => slice.dimension === "split");
    expect(bySplit.map((slice) => [slice.value, slice.counts.passed + slice.counts.failed])).toEqual([
      ["held_out", 60],
      ["fresh", 30],
    ]);
    const passed = bySplit.reduce((sum, slice) => sum + slice.counts.passed, 0);
    expect(passed).toBe(scorecard.counts.passed);
    const tags = scorecard.slices.filter((slice) => slice.dimension === "tag").map((slice) => slice.value);
    expect(tags).toEqual(["all", "even"]);
  });

  test("the confusion matrix has every case once, with prose apart, and its diagonal is the pass count", () => {
    const matrix = scorecard.classification;
    expect(new Set(matrix?.labels)).toEqual(new Set([...labels, "(other)"]));
    const cells = matrix?.counts.flat().reduce((a, b) => a + b, 0);
    expect(cells).toBe(90);
    const diagonal = matrix?.counts.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
    expect(diagonal).toBe(scorecard.counts.passed);
    expect(matrix?.perClass.map((scores) => scores.support).reduce((a, b) => a + b, 0)).toBe(90);
  });
});

test("finishing again changes nothing, and another workspace finds no scorecard", async () => {
  const before = await db().scorecard.findUniqueOrThrow({ where: { runId } });
  await finishRun(workspace.ctx, runId);
  expect(await db().scorecard.findUniqueOrThrow({ where: { runId } })).toEqual(before);
  expect(await findScorecard(workspace.otherCtx, runId)).toBeNull();
  const { rows } = await pool().query("select state from run where id = $1", [runId]);
  expect(rows[0]).toEqual({ state: "finished" });
});

test("a further round replaces the scorecard when its last shard is done, and not before", async () => {
  const { ctx } = workspace;
  await pool().query("update run set state = 'running', grade_round = 1 where id = $1", [runId]);
  await pool().query("update run_shard set state = 'pending' where run_id = $1", [runId]);
  const verdicts = await db().attempt.updateMany({ where: { runId }, data: { verdict: "failed" } });
  await finishRun(ctx, runId);
  expect((await findScorecard(ctx, runId))?.counts).toEqual(scorecard.counts);
  await pool().query("update run_shard set state = 'done' where run_id = $1", [runId]);
  await finishRun(ctx, runId);
  expect(await db().scorecard.findUniqueOrThrow({ where: { runId } })).toMatchObject({
    passed: 0,
    failed: verdicts.count,
    passRate: 0,
  });
});
