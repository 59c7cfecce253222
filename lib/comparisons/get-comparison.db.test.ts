import { beforeAll, describe, expect, test } from "vitest";
import { editCase } from "#lib/datasets/cases/edit-case.ts";
import { publishVersion } from "#lib/datasets/publish-version.ts";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createModel } from "#lib/models/create-model.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { type Comparison, getComparison } from "./get-comparison.ts";
import { buckets } from "./rules/bucket.ts";
import { pairedDifference } from "./rules/paired-difference.ts";
import { type RecordedAttempt, recordedRun } from "./testing/recorded-run.ts";

const verdicts = ["passed", "failed", "unscored", "errored"] as const;
let workspace: TestWorkspace;
let dataset: { datasetId: string; versionId: string };
let modelVersionId: string;
let exact: string;
let overlap: string;
let baselineId: string;
let candidateId: string;
let comparison: Comparison;

/** 60 cases; each pair of verdicts occurs, ten cases are in one run only, and the second grader disagrees at times. */
beforeAll(async () => {
  workspace = await createTestWorkspace();
  const { ctx } = workspace;
  dataset = await publishedDataset(ctx, echoCases(60));
  const model = await createModel(ctx, {
    name: "Lead",
    config: { provider: "built_in", builtInKind: "lead-n" },
  });
  modelVersionId = model.versionId;
  exact = (await createGrader(ctx, { name: "Exact", kind: "exact-match" })).versionId;
  overlap = (await createGrader(ctx, { name: "Overlap", kind: "token-f1", weight: 0 })).versionId;
  const attempts = (offset: number, step: number) =>
    Object.fromEntries(
      echoCases(55).map(({ key }, index): [string, RecordedAttempt] => {
        const verdict = verdicts[Math.floor((index + offset) / step) % (index % 3 === 0 ? 4 : 2)] ?? "passed";
        const grade = verdict === "unscored" ? null : verdict === "passed";
        return [key, { verdict, grades: [grade, index % 7 === 0 ? null : index % 5 < 3] }];
      }),
    );
  const common = { datasetVersionId: dataset.versionId, modelVersionId, graderVersionIds: [exact, overlap] };
  const a = attempts(0, 1);
  const b = attempts(1, 2);
  for (const key of ["c-0001", "c-0002", "c-0003"]) delete a[key];
  for (const key of ["c-0054", "c-0055"]) delete b[key];
  baselineId = (await recordedRun(ctx, { ...common, attempts: a })).id;
  candidateId = (await recordedRun(ctx, { ...common, attempts: b })).id;
  comparison = await getComparison(ctx, { baselineId, candidateId });
});

async function rawPairs() {
  const [a, b] = await Promise.all(
    [baselineId, candidateId].map((runId) =>
      db().attempt.findMany({ where: { runId }, include: { grades: true } }),
    ),
  );
  const of = (rows: typeof a) => new Map((rows ?? []).map((row) => [row.caseId, row]));
  return { a: of(a), b: of(b) };
}

describe("counts equal a recount of the raw rows", () => {
  test("by verdict; errored and unscored are never failures", async () => {
    const { a, b } = await rawPairs();
    const counts = Object.fromEntries(buckets.map((bucket) => [bucket, 0]));
    for (const id of new Set([...a.keys(), ...b.keys()])) {
      const [one, other] = [a.get(id)?.verdict, b.get(id)?.verdict];
      const judged = [one, other].every((verdict) => verdict === "passed" || verdict === "failed");
      const bucket =
        other === undefined
          ? "only_a"
          : one === undefined
            ? "only_b"
            : !judged
              ? "not_judged"
              : one === other
                ? `both_${one === "passed" ? "pass" : "fail"}`
                : one === "failed"
                  ? "fixed"
                  : "broken";
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    expect(comparison.buckets).toEqual(counts);
    expect(comparison.buckets).toMatchObject({ only_a: 2, only_b: 3, changed: 0 });
    for (const bucket of ["broken", "fixed", "both_fail", "both_pass", "not_judged"] as const) {
      expect(comparison.buckets[bucket], bucket).toBeGreaterThan(0);
    }
    expect(comparison.difference).toEqual(pairedDifference(comparison.buckets));
  });

  test("by grader", async () => {
    const { a, b } = await rawPairs();
    expect(comparison.graders.map((grader) => grader.name)).toEqual(["Exact", "Overlap"]);
    for (const grader of comparison.graders) {
      const passedIn = (row: { grades: { graderVersionId: string; passed: boolean | null }[] } | undefined) =>
        row?.grades.find((grade) => grade.graderVersionId === grader.graderVersionId)?.passed ?? null;
      const shared = [...a.keys()].filter((id) => b.has(id));
      const pairs = shared.map((id) => `${passedIn(a.get(id))} ${passedIn(b.get(id))}`);
      const count = (pair: string) => pairs.filter((other) => other === pair).length;
      expect(grader.buckets).toMatchObject({
        both_pass: count("true true"),
        both_fail: count("false false"),
        fixed: count("false true"),
        broken: count("true false"),
        not_judged: pairs.filter((pair) => pair.includes("null")).length,
      });
      expect(grader.difference?.n).toBe(pairs.filter((pair) => !pair.includes("null")).length);
    }
  });

  test("swapping the runs mirrors everything", async () => {
    const swapped = await getComparison(workspace.ctx, { baselineId: candidateId, candidateId: baselineId });
    const { fixed, broken, only_a, only_b } = comparison.buckets;
    expect(swapped.buckets).toEqual({
      ...comparison.buckets,
      fixed: broken,
      broken: fixed,
      only_a: only_b,
      only_b: only_a,
    });
    expect(swapped.difference?.difference).toBeCloseTo(-(comparison.difference?.difference ?? 0), 12);
  });
});

test("a case that was changed between versions is listed and not compared; a new tag is no change", async () => {
  const { ctx } = workspace;
  const { datasetId, versionId } = await publishedDataset(ctx, echoCases(6));
  const edit = { split: "held_out" as const, metadata: {} };
  await editCase(ctx, {
    datasetId,
    key: "c-0001",
    content: { ...edit, input: { text: "another question" }, expected: "x", tags: [] },
  });
  await editCase(ctx, {
    datasetId,
    key: "c-0002",
    content: { ...edit, input: { text: "text of c-0002" }, expected: "text of c-0002", tags: ["hard"] },
  });
  const second = await publishVersion(ctx, { datasetId, note: "Second" });
  const attempts = Object.fromEntries(echoCases(6).map(({ key }) => [key, "passed" as const]));
  const run = { modelVersionId, graderVersionIds: [exact], attempts };
  const one = await recordedRun(ctx, { ...run, datasetVersionId: versionId });
  const other = await recordedRun(ctx, { ...run, datasetVersionId: second.id });
  const compared = await getComparison(ctx, { baselineId: one.id, candidateId: other.id });
  expect(compared.buckets).toMatchObject({ changed: 1, both_pass: 5 });
  expect(compared.graders[0]?.buckets).toMatchObject({ changed: 1, both_pass: 5, not_judged: 0 });
  expect(compared.notes.map((note) => note.title)).toEqual(["Different dataset versions"]);
});

test("a run that has not ended, and one judged by another grader, get no verdict", async () => {
  const { ctx } = workspace;
  const attempts = { "c-0001": "failed", "c-0002": "failed" } as const;
  const common = { datasetVersionId: dataset.versionId, modelVersionId, attempts };
  const running = await recordedRun(ctx, { ...common, graderVersionIds: [exact, overlap], state: "running" });
  const other = await recordedRun(ctx, { ...common, graderVersionIds: [overlap] });
  expect(await getComparison(ctx, { baselineId, candidateId: running.id })).toMatchObject({
    withheld: "everything",
  });
  expect(await getComparison(ctx, { baselineId, candidateId: other.id })).toMatchObject({
    withheld: "verdict",
    graders: [{ name: "Overlap" }],
  });
});

test("runs of different datasets share no cases", async () => {
  const { ctx } = workspace;
  const foreign = await publishedDataset(ctx, echoCases(3));
  const run = await recordedRun(ctx, {
    datasetVersionId: foreign.versionId,
    modelVersionId,
    graderVersionIds: [exact],
    attempts: { "c-0001": "passed", "c-0002": "failed" },
  });
  const compared = await getComparison(ctx, { baselineId, candidateId: run.id });
  expect(compared).toMatchObject({ difference: null, withheld: "everything" });
  expect(compared.buckets).toMatchObject({ only_a: 52, only_b: 2, both_pass: 0, both_fail: 0 });
});

test("refuses another workspace, an unknown run and a run against itself", async () => {
  await expect(getComparison(workspace.otherCtx, { baselineId, candidateId })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(getComparison(workspace.ctx, { baselineId, candidateId: newId() })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(getComparison(workspace.ctx, { baselineId, candidateId: baselineId })).rejects.toMatchObject({
    code: "invalid",
  });
});
