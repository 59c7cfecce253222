import { beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { gradeWith } from "#lib/graders/testing/grade-with.ts";
import { gradedRun } from "#lib/runs/testing/graded-run.ts";
import { brierScore } from "#lib/stats/classification/brier-score.ts";
import { calibrationIntervals } from "#lib/stats/classification/calibration-intervals.ts";
import { expectedCalibrationError } from "#lib/stats/classification/expected-calibration-error.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { computeScorecard } from "./compute-scorecard.ts";

let ctx: Context;
beforeAll(async () => {
  ({ ctx } = await createTestWorkspace());
});

const verdicts = ["passed", "passed", "failed", "passed", "unscored", "failed", "passed"] as const;

/** Confidences at the edges of bins and between them; every ninth answer states none. */
async function confidentRun(cases: number, repetitions: number, weight = 0) {
  const attempts = Array.from({ length: cases * repetitions }, (_, i) => ({
    key: `t-${Math.floor(i / repetitions)}`,
    input: { text: "?" },
    expected: "free text",
    repetition: (i % repetitions) + 1,
    output: i % 9 === 0 ? "I do not say" : `x. Confidence: ${((i * 7) % 41) / 40}`,
    verdict: verdicts[(i * 3) % 7] ?? ("failed" as const),
  }));
  const run = await gradedRun(ctx, attempts);
  const { versionId } = await createGrader(ctx, { name: run.runId, kind: "stated-confidence", weight });
  const scope = { workspaceId: ctx.workspaceId, runId: run.runId };
  await db().runGrader.create({ data: { ...scope, graderVersionId: versionId, position: 1 } });
  const answers = await db().attempt.findMany({ where: scope });
  await db().grade.createMany({
    data: answers.map(({ caseId, repetition, output }) => {
      const graded = gradeWith("stated-confidence", {}, { output: output ?? "" });
      const { status, reason } = graded;
      const judged = graded.status === "scored" ? graded : { score: null, passed: null };
      const { score, passed } = judged;
      return { ...scope, caseId, repetition, graderVersionId: versionId, status, score, passed, reason };
    }),
  });
  return { ...run, scope };
}

async function recordsOf(runId: string) {
  const attempts = await db().attempt.findMany({ where: { runId }, include: { caseRevision: true } });
  const judged = attempts.filter(({ verdict }) => verdict === "passed" || verdict === "failed");
  const records = judged.flatMap(({ output, verdict, caseId }) => {
    const stated = /Confidence: (.*)/.exec(output ?? "")?.[1];
    return stated === undefined
      ? []
      : [{ confidence: Number(stated), correct: verdict === "passed", unit: caseId }];
  });
  return { judged: judged.length, records };
}

test.each([
  [120, 1, "attempt"],
  [50, 3, "case"],
])("%i cases, %i times: figures and bins are those of the raw rows", async (cases, repetitions, unit) => {
  const { runId, scope } = await confidentRun(cases, repetitions);
  const [found] = (await computeScorecard(scope, cases * repetitions)).calibration;
  const { judged, records } = await recordsOf(runId);
  const reference = expectedCalibrationError(records);
  expect(found).toMatchObject({ n: records.length, judged, decides: false, resampling: { unit, seed: 1 } });
  expect(judged).toBeGreaterThan(records.length);
  expect(found?.brier.estimate).toBeCloseTo(brierScore(records) ?? 9, 12);
  expect(found?.error.estimate).toBeCloseTo(reference?.error ?? 9, 12);
  expect(found?.bins.map(({ total }) => total)).toEqual(reference?.bins.map(({ total }) => total));
  found?.bins.forEach(({ meanConfidence, shareCorrect }, index) => {
    expect(meanConfidence).toBeCloseTo(reference?.bins[index]?.meanConfidence ?? 9, 12);
    expect(shareCorrect).toBeCloseTo(reference?.bins[index]?.shareCorrect ?? 9, 12);
  });
  const clusters = records.map((record) => record.unit);
  const intervals = calibrationIntervals(records, { clusters, resamples: 2_000, seed: 4 });
  for (const [mine, other] of [
    [found?.brier, intervals.brier],
    [found?.error, intervals.calibrationError],
  ] as const) {
    const slack = (other?.standardError ?? 0) / 3;
    expect(Math.abs((mine?.lower ?? 9) - (other?.percentile.lower ?? 0))).toBeLessThan(slack);
    expect(Math.abs((mine?.upper ?? 9) - (other?.percentile.upper ?? 0))).toBeLessThan(slack);
  }
});

test("of very many cases, groups are drawn, and the figures stay exact", async () => {
  const { runId, scope } = await confidentRun(1_800, 1);
  const [found] = (await computeScorecard(scope, 1_800)).calibration;
  const { records } = await recordsOf(runId);
  expect(found?.brier.estimate).toBeCloseTo(brierScore(records) ?? 9, 12);
  expect(found?.error.estimate).toBeCloseTo(expectedCalibrationError(records)?.error ?? 9, 12);
  expect(found?.resampling).toMatchObject({ units: 1_600, groups: 1_024 });
  const { brier } = calibrationIntervals(records, { resamples: 1_000, seed: 4 });
  const width = ({ lower, upper }: { lower: number | null; upper: number | null }) =>
    (upper ?? 0) - (lower ?? 0);
  const ratio =
    width(found?.brier ?? { lower: 0, upper: 0 }) / width(brier?.percentile ?? { lower: 0, upper: 1 });
  expect(ratio).toBeGreaterThan(0.85);
  expect(ratio).toBeLessThan(1.15);
});

test("says when the confidence decides, and is absent where none is read", async () => {
  const { scope } = await confidentRun(20, 1, 1);
  expect((await computeScorecard(scope, 20)).calibration[0]).toMatchObject({ decides: true });
  await db().grade.updateMany({ where: scope, data: { status: "unscored", score: null, passed: null } });
  expect((await computeScorecard(scope, 20)).calibration).toEqual([]);
});
