import { beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { gradedRun, type TestAttempt } from "#lib/runs/testing/graded-run.ts";
import { computeScorecard } from "#lib/scorecards/compute-scorecard.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { changedQuestions } from "./changed-questions.ts";
import { estimateRate } from "./estimate-rate.ts";
import { loadRunOutcomes } from "./load-run-outcomes.ts";
import { loadVersionCases } from "./load-version-cases.ts";
import { outcomeCodes } from "./run-outcomes.ts";

let ctx: Context;
beforeAll(async () => {
  ({ ctx } = await createTestWorkspace());
});

const verdicts = ["passed", "failed", "passed", "errored", "passed", "unscored"] as const;

/** Cases in no order, with every verdict, tags, splits and gaps. */
function messyAttempts(cases: number, repetitions: number): TestAttempt[] {
  return Array.from({ length: cases * repetitions }, (_, i) => {
    const number = Math.floor(i / repetitions);
    return {
      key: `case ${(number * 7) % cases}`,
      input: { text: String(number) },
      tags: number % 3 === 0 ? ["long", "critical"] : number % 2 === 0 ? ["long"] : [],
      split: number % 4 === 0 ? "tuning" : "held_out",
      repetition: (i % repetitions) + 1,
      verdict: verdicts[(i * 5 + (i >> 2)) % verdicts.length] ?? "failed",
      latencyMs: 10 + i,
      costMicroUsd: i % 5 === 0 ? null : i,
      ...(i % 9 === 0 ? { finishReason: "length" } : {}),
    };
  });
}

async function columnsOf(runId: string) {
  const [outcomes] = await loadRunOutcomes(ctx, [runId]);
  if (outcomes === undefined) throw new Error("The run was loaded.");
  return { outcomes, version: await loadVersionCases(ctx, outcomes.datasetVersionId) };
}

test.each([
  { cases: 61, repetitions: 1, clusters: 0 },
  { cases: 40, repetitions: 3, clusters: 0 },
  { cases: 48, repetitions: 2, clusters: 11 },
])(
  "$cases cases, $repetitions times, $clusters clusters: rates from columns are those of the scorecard, slice by slice",
  async ({ cases, repetitions, clusters }) => {
    const attempts = messyAttempts(cases, repetitions);
    const { runId } = await gradedRun(ctx, attempts);
    if (clusters > 0) {
      const revisions = await db().caseRevision.findMany({
        where: { attempts: { some: { runId } } },
        select: { id: true },
      });
      for (const [index, { id }] of revisions.entries()) {
        await db().caseRevision.update({ where: { id }, data: { cluster: `group ${index % clusters}` } });
      }
    }
    const scorecard = await computeScorecard({ workspaceId: ctx.workspaceId, runId }, attempts.length);
    const { outcomes, version } = await columnsOf(runId);
    const whole = estimateRate({ outcomes, version, purpose: "display" });
    expect(whole).toMatchObject({
      passes: scorecard.passRate?.successes,
      attempts: scorecard.passRate?.total,
      unitName: scorecard.unit,
    });
    expect(whole?.lower).toBeCloseTo(scorecard.passRate?.lower ?? 9, 12);
    expect(whole?.upper).toBeCloseTo(scorecard.passRate?.upper ?? 9, 12);
    expect(version.slices).toHaveLength(scorecard.slices.length);
    for (const { dimension, value, passRate } of scorecard.slices) {
      const slice = version.slices.find((one) => one.dimension === dimension && one.value === value);
      const rate = estimateRate({ outcomes, version, members: slice?.members ?? null, purpose: "display" });
      expect(rate?.attempts).toBe(passRate?.total);
      expect(rate?.lower).toBeCloseTo(passRate?.lower ?? 9, 12);
      expect(rate?.upper).toBeCloseTo(passRate?.upper ?? 9, 12);
    }
    const [grader] = scorecard.graders;
    const graded = estimateRate({
      outcomes,
      version,
      graderVersionId: grader?.graderVersionId ?? "",
      purpose: "display",
    });
    expect(graded?.attempts).toBe(grader?.passRate?.total);
  },
);

test("every planned attempt has its place, whatever became of it, and numbers that were not measured are no numbers", async () => {
  const attempts = messyAttempts(30, 2).filter((_, index) => index !== 17);
  const { runId } = await gradedRun(ctx, attempts);
  const { outcomes } = await columnsOf(runId);
  const rows = await db().attempt.findMany({ where: { runId }, include: { case: true, grades: true } });
  expect(outcomes.verdicts).toHaveLength(60);
  expect([...outcomes.verdicts].filter((code) => code === outcomeCodes.missing)).toHaveLength(1);
  for (const row of rows) {
    const place = 2 * outcomes.caseNumbers.indexOf(row.case.position) + row.repetition - 1;
    expect(outcomes.verdicts[place]).toBe(outcomeCodes[row.verdict ?? "missing"]);
    expect(outcomes.latencyMs[place]).toBe(row.latencyMs ?? Number.NaN);
    expect(outcomes.costMicroUsd[place]).toBe(row.costMicroUsd ?? Number.NaN);
    expect(outcomes.truncated[place]).toBe(row.finishReason === "length" ? 1 : 0);
    expect(outcomes.graders[0]?.scores[place]).toBe(row.grades[0]?.score ?? Number.NaN);
  }
});

test("what a run's columns hold follows its next scorecard", async () => {
  const { runId } = await gradedRun(ctx, messyAttempts(12, 1));
  const before = (await columnsOf(runId)).outcomes;
  const changed = await db().attempt.findFirstOrThrow({ where: { runId, verdict: "failed" } });
  await db().run.update({ where: { id: runId }, data: { state: "running" } });
  await db().attempt.updateMany({ where: { runId, caseId: changed.caseId }, data: { verdict: "passed" } });
  const passes = (codes: Uint8Array) => codes.filter((code) => code === outcomeCodes.passed).length;
  expect(passes((await columnsOf(runId)).outcomes.verdicts)).toBe(passes(before.verdicts) + 1);
  await finishRun(ctx, runId);
  expect(passes((await columnsOf(runId)).outcomes.verdicts)).toBe(passes(before.verdicts) + 1);
});

test("a revision that only moved to another split asks the same question, one with another input does not", async () => {
  const { runId, datasetId } = await gradedRun(ctx, messyAttempts(6, 1));
  const { version } = await columnsOf(runId);
  const heads = await db().caseRevision.findMany({
    where: { datasetId, isHead: true },
    orderBy: { position: "asc" },
  });
  const [moved, asked] = heads;
  if (moved === undefined || asked === undefined) throw new Error("There are six cases.");
  const next = await db().datasetVersion.create({
    data: {
      id: crypto.randomUUID(),
      workspaceId: ctx.workspaceId,
      datasetId,
      number: 2,
      note: "",
      caseCount: 6,
      publishedBy: "test",
    },
  });
  for (const [head, change] of [
    [moved, { split: "fresh" as const, contentHash: "moved" }],
    [asked, { input: { text: "another" }, contentHash: "asked" }],
  ] as const) {
    await db().caseRevision.update({ where: { id: head.id }, data: { isHead: false, lastVersion: 1 } });
    const { input, expected, metadata, ...rest } = head;
    await db().caseRevision.create({
      data: {
        ...rest,
        input: input ?? {},
        ...(expected === null ? {} : { expected }),
        metadata: metadata ?? {},
        ...change,
        id: crypto.randomUUID(),
        firstVersion: 2,
      },
    });
  }
  const newer = await loadVersionCases(ctx, next.id);
  expect([...(await changedQuestions(ctx, version, newer))]).toEqual([asked.position]);
  expect([...(await changedQuestions(ctx, version, version))]).toEqual([]);
});

test("refuses another workspace", async () => {
  const { runId } = await gradedRun(ctx, messyAttempts(4, 1));
  const { outcomes } = await columnsOf(runId);
  const other = (await createTestWorkspace()).ctx;
  await expect(loadRunOutcomes(other, [runId])).rejects.toThrow("There is no run with this id");
  await expect(loadVersionCases(other, outcomes.datasetVersionId)).rejects.toThrow(
    "There is no dataset version",
  );
});
