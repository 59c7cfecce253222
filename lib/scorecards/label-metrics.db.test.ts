import { beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { gradedRun, type TestAttempt } from "#lib/runs/testing/graded-run.ts";
import { bootstrapStatistics } from "#lib/stats/bootstrap/bootstrap-statistic.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { computeScorecard } from "./compute-scorecard.ts";
import type { Classification } from "./scorecard.ts";

const labels = ["billing", "login", "bug"];
let ctx: Context;

beforeAll(async () => {
  ({ ctx } = await createTestWorkspace());
});

/** Every third answer is another label, every eleventh prose; labels come in other cases and with space around them. */
function attemptsOf(cases: number, repetitions: number): TestAttempt[] {
  return Array.from({ length: cases * repetitions }, (_, i) => {
    const at = Math.floor(i / repetitions);
    const expected = labels[at % 3] ?? "";
    const wrong = (i * 7 + at) % 3 === 0;
    const output =
      (i * 5) % 11 === 0 ? "I cannot tell" : wrong ? (labels[(at + 1 + (i % 2)) % 3] ?? "") : expected;
    return {
      key: `t-${at}`,
      input: { text: "?" },
      expected,
      repetition: (i % repetitions) + 1,
      output: i % 4 === 0 ? ` ${output.toUpperCase()}\n` : output,
      verdict: output === expected ? "passed" : "failed",
    };
  });
}

/** The same metrics from the raw rows, straight from their definitions. */
function metricsOf(pairs: readonly (readonly [expected: string, actual: string])[]) {
  const n = pairs.length;
  const names = [...new Set(pairs.flat())];
  const count = (which: (pair: readonly [string, string]) => boolean) => pairs.filter(which).length;
  const perLabel = names.map((name) => {
    const [tp, support, predicted] = [
      count(([e, a]) => e === name && a === name),
      count(([e]) => e === name),
      count(([, a]) => a === name),
    ];
    return {
      support,
      predicted,
      precision: predicted ? tp / predicted : 0,
      recall: support ? tp / support : 0,
      f1: support + predicted ? (2 * tp) / (support + predicted) : 0,
    };
  });
  const mean = (of: (one: (typeof perLabel)[number]) => number) =>
    perLabel.reduce((sum, one) => sum + of(one), 0) / names.length;
  const accuracy = count(([e, a]) => e === a) / n;
  const sum = (of: (one: (typeof perLabel)[number]) => number) =>
    perLabel.reduce((total, one) => total + of(one), 0);
  const chance = sum(({ support, predicted }) => (support / n) * (predicted / n));
  const spread = Math.sqrt(
    (1 - sum(({ support }) => (support / n) ** 2)) * (1 - sum(({ predicted }) => (predicted / n) ** 2)),
  );
  return {
    accuracy,
    macroPrecision: mean(({ precision }) => precision),
    macroRecall: mean(({ recall }) => recall),
    macroF1: mean(({ f1 }) => f1),
    weightedF1: sum(({ f1, support }) => (f1 * support) / n),
    matthews: (accuracy - chance) / spread,
    kappa: (accuracy - chance) / (1 - chance),
  };
}

async function rawPairs(runId: string) {
  const attempts = await db().attempt.findMany({ where: { runId }, include: { caseRevision: true } });
  return attempts.map(({ output, caseRevision, caseId }) => {
    const read = output?.trim().toLowerCase() ?? "";
    const pair = [String(caseRevision.expected), labels.includes(read) ? read : "(other)"] as const;
    return { pair, unit: caseRevision.cluster ?? caseId };
  });
}

async function checkAgainstRows(runId: string, planned: number): Promise<Classification> {
  const { classification } = await computeScorecard({ workspaceId: ctx.workspaceId, runId }, planned);
  if (classification === null) throw new Error("These are labels.");
  const rows = await rawPairs(runId);
  const expected = metricsOf(rows.map(({ pair }) => pair));
  const values = (drawn: Uint32Array) =>
    Object.values(metricsOf(Array.from(drawn, (row) => rows[row]?.pair ?? (["", ""] as const))));
  const clusters = rows.map(({ unit }) => unit);
  const intervals = bootstrapStatistics({ rows: rows.length, clusters, resamples: 1_000, seed: 5 }, values);
  expect(classification.metrics.map(({ metric }) => metric)).toEqual(Object.keys(expected));
  expect(classification.resampling?.units).toBe(new Set(clusters).size);
  Object.values(expected).forEach((value, index) => {
    const { estimate, lower, upper } = classification.metrics[index] ?? { estimate: 0 };
    expect(estimate).toBeCloseTo(value, 12);
    const { percentile, standardError = 1 } = intervals[index] ?? {};
    // Two seeds agree to a fraction of a standard error.
    expect(Math.abs((lower ?? 9) - (percentile?.lower ?? 0))).toBeLessThan(standardError / 3);
    expect(Math.abs((upper ?? 9) - (percentile?.upper ?? 0))).toBeLessThan(standardError / 3);
  });
  return classification;
}

test("metrics of a run with one attempt at each case", async () => {
  const { runId } = await gradedRun(ctx, attemptsOf(90, 1));
  const found = await checkAgainstRows(runId, 90);
  expect(found.resampling).toEqual({ unit: "attempt", units: 90, resamples: 2_000, seed: 1 });
  expect(await checkAgainstRows(runId, 90)).toEqual(found);
});

test("with repetitions whole cases are drawn, and with clusters whole clusters", async () => {
  const { runId, datasetId } = await gradedRun(ctx, attemptsOf(60, 3));
  expect((await checkAgainstRows(runId, 180)).resampling).toMatchObject({ unit: "case", units: 60 });
  const cases = await db().caseRevision.findMany({ where: { datasetId }, orderBy: { position: "asc" } });
  for (const [index, { id }] of cases.entries()) {
    if (index % 10 === 0) continue;
    await db().caseRevision.update({ where: { id }, data: { cluster: `document ${Math.floor(index / 2)}` } });
  }
  expect((await checkAgainstRows(runId, 180)).resampling).toMatchObject({ unit: "cluster" });
});

test("where no answer is a label there is no matrix, and one such answer makes one", async () => {
  const sentences = attemptsOf(30, 1).map((attempt) => ({
    ...attempt,
    output: `I say ${attempt.expected}.`,
  }));
  const { runId } = await gradedRun(ctx, sentences);
  const scope = { workspaceId: ctx.workspaceId, runId };
  expect((await computeScorecard(scope, 30)).classification).toBeNull();
  const { caseId } = await db().attempt.findFirstOrThrow({ where: { runId } });
  await db().attempt.updateMany({ where: { runId, caseId }, data: { output: labels[0] ?? "" } });
  expect((await computeScorecard(scope, 30)).classification?.total).toBe(30);
});

test("one unit has figures and no intervals, and free text has no metrics", async () => {
  const { runId, datasetId } = await gradedRun(ctx, attemptsOf(12, 1));
  await db().caseRevision.updateMany({ where: { datasetId }, data: { cluster: "one" } });
  const scope = { workspaceId: ctx.workspaceId, runId };
  const { classification } = await computeScorecard(scope, 12);
  expect(classification?.resampling).toBeNull();
  expect(classification?.metrics[0]).toMatchObject({ metric: "accuracy", lower: null, upper: null });
  expect(classification?.metrics[0]?.estimate).toBe(classification?.accuracy);
  await db()
    .$executeRaw`update case_revision set expected = to_jsonb('text ' || position) where dataset_id = ${datasetId}::uuid`;
  expect((await computeScorecard(scope, 12)).classification).toBeNull();
});
