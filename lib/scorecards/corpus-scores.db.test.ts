import { beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import type { JsonValue } from "#lib/graders/grader-kind.ts";
import { gradeWith } from "#lib/graders/testing/grade-with.ts";
import { gradedRun } from "#lib/runs/testing/graded-run.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { corpusBleu } from "#lib/text/bleu/bleu.ts";
import { corpusChrf } from "#lib/text/chrf/chrf.ts";
import { corpusBleuInterval } from "#lib/text/corpus/corpus-interval.ts";
import { computeScorecard } from "./compute-scorecard.ts";

let ctx: Context;
beforeAll(async () => {
  ({ ctx } = await createTestWorkspace());
});

const words = "the cat sat on a mat and looked at every bird in the old garden".split(" ");
const sentence = (seed: number) =>
  Array.from(
    { length: 6 + (seed % 5) },
    (_, i) => words[(seed * 5 + i * (1 + (seed % 3))) % words.length],
  ).join(" ");

/** Answers that share more or fewer words with what is expected; one is empty. */
async function translatedRun(cases: number) {
  const attempts = Array.from({ length: cases }, (_, i) => ({
    key: `t-${i}`,
    input: { text: "?" },
    expected: sentence(i),
    output: i === 3 ? "" : i % 2 ? sentence(i) : sentence(i + 7).replace("cat", "dog"),
    verdict: "passed" as const,
  }));
  const run = await gradedRun(ctx, attempts);
  const pairs = attempts.map(({ output, expected }) => ({ hypothesis: output, references: [expected] }));
  return { ...run, pairs };
}

async function addGrades(runId: string, kind: string, config: Record<string, JsonValue>, position: number) {
  const { versionId } = await createGrader(ctx, {
    name: `${kind} ${runId}`,
    kind,
    ...(Object.keys(config).length ? { config } : {}),
  });
  await db().runGrader.create({
    data: { workspaceId: ctx.workspaceId, runId, graderVersionId: versionId, position },
  });
  const attempts = await db().attempt.findMany({ where: { runId }, include: { caseRevision: true } });
  for (const { caseId, repetition, output, caseRevision } of attempts) {
    const graded = gradeWith(kind, config, { expected: caseRevision.expected, output: output ?? "" });
    if (graded.status !== "scored") throw new Error(graded.reason);
    const { status, score, passed, reason, detail } = graded;
    await db().grade.create({
      data: {
        workspaceId: ctx.workspaceId,
        runId,
        caseId,
        repetition,
        graderVersionId: versionId,
        status,
        score,
        passed,
        reason,
        detail: Object(detail),
      },
    });
  }
  return versionId;
}

const scoresOf = async (runId: string, planned: number) =>
  (await computeScorecard({ workspaceId: ctx.workspaceId, runId }, planned)).corpusScores;

test("corpus BLEU and chrF are those of the raw texts, with the interval of a bootstrap by case", async () => {
  const { runId, pairs } = await translatedRun(60);
  await addGrades(runId, "bleu", {}, 1);
  await addGrades(runId, "chrf", {}, 2);
  const [bleu, chrf] = await scoresOf(runId, 60);
  expect(bleu).toMatchObject({ metric: "BLEU (13a, exp)", n: 60, scored: 60 });
  expect(bleu?.estimate).toBeCloseTo(corpusBleu(pairs).score, 10);
  expect(chrf?.estimate).toBeCloseTo(corpusChrf(pairs), 10);
  expect(bleu?.resampling).toEqual({ unit: "attempt", units: 60, resamples: 1_000, seed: 1 });
  const byCase = corpusBleuInterval(pairs, {}, { resamples: 2_000, seed: 9 });
  const slack = (byCase?.standardError ?? 0) / 3;
  expect(Math.abs((bleu?.lower ?? 0) - (byCase?.percentile.lower ?? 100))).toBeLessThan(slack);
  expect(Math.abs((bleu?.upper ?? 0) - (byCase?.percentile.upper ?? 100))).toBeLessThan(slack);
});

test("whole clusters are drawn, and grades without counts are left out and told", async () => {
  const { runId, datasetId, pairs } = await translatedRun(40);
  const versionId = await addGrades(runId, "bleu", {}, 1);
  const revisions = await db().caseRevision.findMany({ where: { datasetId }, orderBy: { position: "asc" } });
  for (const [index, { id }] of revisions.entries())
    await db().caseRevision.update({ where: { id }, data: { cluster: `document ${index % 8}` } });
  const { caseId = "" } = revisions.at(-1) ?? {};
  await db()
    .$executeRaw`update grade set detail = null where grader_version_id = ${versionId}::uuid and case_id = ${caseId}::uuid`;
  const [bleu] = await scoresOf(runId, 40);
  expect(bleu).toMatchObject({ n: 39, scored: 40, resampling: { unit: "cluster", units: 8 } });
  expect(bleu?.estimate).toBeCloseTo(corpusBleu(pairs.slice(0, -1)).score, 10);
  const byCluster = corpusBleuInterval(
    pairs.slice(0, -1),
    {},
    {
      clusters: pairs.slice(0, -1).map((_, index) => String(index % 8)),
      resamples: 2_000,
      seed: 9,
    },
  );
  const slack = (byCluster?.standardError ?? 0) / 3;
  expect(Math.abs((bleu?.lower ?? 0) - (byCluster?.percentile.lower ?? 100))).toBeLessThan(slack);
});

test("a run without such graders has no corpus scores", async () => {
  const { runId } = await translatedRun(5);
  expect(await scoresOf(runId, 5)).toEqual([]);
});
