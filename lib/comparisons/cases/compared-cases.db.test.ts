import { beforeAll, describe, expect, test } from "vitest";
import { createGrader } from "#lib/graders/create-grader.ts";
import { createModel } from "#lib/models/create-model.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { getComparison } from "../get-comparison.ts";
import { buckets } from "../rules/bucket.ts";
import { type RecordedAttempt, recordedRun } from "../testing/recorded-run.ts";
import { exportComparedCases } from "./export-compared-cases.ts";
import { getComparedCase } from "./get-compared-case.ts";
import {
  type ComparedCaseRow,
  type ListComparedCasesInput,
  listComparedCases,
} from "./list-compared-cases.ts";

const verdicts = ["passed", "failed", "unscored", "errored"] as const;
let workspace: TestWorkspace;
let pair: { baselineId: string; candidateId: string };
let graderVersionId: string;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  const { ctx } = workspace;
  const { versionId } = await publishedDataset(ctx, echoCases(40));
  const model = await createModel(ctx, {
    name: "Lead",
    config: { provider: "built_in", builtInKind: "lead-n" },
  });
  const exact = await createGrader(ctx, { name: "Exact", kind: "exact-match" });
  const second = await createGrader(ctx, { name: "Overlap", kind: "token-f1", weight: 0 });
  graderVersionId = second.versionId;
  const common = {
    datasetVersionId: versionId,
    modelVersionId: model.versionId,
    graderVersionIds: [exact.versionId, second.versionId],
  };
  const attempts = (step: number, from: number, to: number) =>
    Object.fromEntries(
      echoCases(40)
        .slice(from, to)
        .map(({ key }, index): [string, RecordedAttempt] => {
          const verdict = verdicts[Math.floor((index + from) / step) % 4] ?? "passed";
          const grade = verdict === "unscored" ? null : verdict === "passed";
          return [
            key,
            {
              verdict,
              output: index === 5 ? "=cmd() 50% off" : `${verdict}`,
              grades: [grade, index % 3 === 0],
            },
          ];
        }),
    );
  const a = await recordedRun(ctx, { ...common, attempts: attempts(1, 0, 36) });
  const b = await recordedRun(ctx, { ...common, attempts: attempts(4, 2, 40) });
  pair = { baselineId: a.id, candidateId: b.id };
});

async function all(filter: Partial<ListComparedCasesInput> = {}): Promise<ComparedCaseRow[]> {
  const rows: ComparedCaseRow[] = [];
  let cursor: string | null = null;
  do {
    const page = await listComparedCases(workspace.ctx, { ...pair, limit: 7, ...filter, cursor });
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

describe("the list", () => {
  test("has every case of either run once, in order, whatever the direction", async () => {
    const keys = echoCases(40).map((one) => one.key);
    expect((await all()).map((row) => row.key)).toEqual(keys);
    expect((await all({ sort: "position.desc" })).map((row) => row.key)).toEqual(keys.toReversed());
    expect((await all({ sort: "key.desc" })).map((row) => row.key)).toEqual(keys.toReversed());
  });

  test("holds as many cases in each bucket as the comparison counts, and they say so", async () => {
    const { buckets: counts, graders } = await getComparison(workspace.ctx, pair);
    for (const bucket of buckets) {
      const rows = await all({ bucket });
      expect(rows.length, bucket).toBe(counts[bucket]);
      expect(new Set(rows.map((row) => row.bucket))).toEqual(new Set(rows.length > 0 ? [bucket] : []));
      const page = await listComparedCases(workspace.ctx, { ...pair, bucket, limit: 1 });
      expect(page.total).toBe(counts[bucket]);
      const byGrader = await all({ bucket, graderVersionId });
      expect(byGrader.length, `${bucket} by grader`).toBe(graders[1]?.buckets[bucket]);
    }
    expect(counts).toMatchObject({ only_a: 2, only_b: 4 });
  });

  test("shows a missing attempt as missing and an errored one with its class", async () => {
    const [first] = await all({ bucket: "only_a" });
    expect(first).toMatchObject({
      a: { verdict: "passed" },
      b: null,
      title: "text of c-0001",
      expected: "text of c-0001",
    });
    const errored = (await all({ bucket: "not_judged" })).find((row) => row.a?.verdict === "errored");
    expect(errored?.a).toEqual({ verdict: "errored", output: "", errorClass: "timeout" });
  });

  test.each([
    ["c-0007", ["c-0007"]],
    ["50% off", ["c-0006", "c-0008"]],
    ["text of c-0039", ["c-0039"]],
    ["100% off", []],
  ])("searches %s in keys, content and both outputs", async (search, expected) => {
    expect((await all({ search })).map((row) => row.key)).toEqual(expected);
  });

  test("refuses a foreign cursor and another workspace", async () => {
    const input = { ...pair, cursor: "1; drop table run" };
    await expect(listComparedCases(workspace.ctx, input)).rejects.toMatchObject({ code: "invalid" });
    await expect(listComparedCases(workspace.otherCtx, pair)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("one case", () => {
  test("leads to its neighbours within the filter", async () => {
    const keys = (await all({ bucket: "not_judged" })).map((row) => row.key);
    expect(keys.length).toBeGreaterThan(2);
    const input = { ...pair, bucket: "not_judged" as const, key: keys[1] ?? "" };
    const found = await getComparedCase(workspace.ctx, input);
    expect(found).toMatchObject({ key: keys[1], previousKey: keys[0], nextKey: keys[2] });
    expect(found.b?.grades.map((grade) => grade.grader.name)).toEqual(["Exact", "Overlap"]);
    const reverse = await getComparedCase(workspace.ctx, { ...input, sort: "key.desc" });
    expect(reverse).toMatchObject({ previousKey: keys[2], nextKey: keys[0] });
  });

  test("in one run only has one side; in neither it is not found", async () => {
    const found = await getComparedCase(workspace.ctx, { ...pair, key: "c-0040" });
    expect(found).toMatchObject({ a: null, b: { verdict: "failed" }, nextKey: null });
    const missing = { ...pair, key: "c-9999" };
    await expect(getComparedCase(workspace.ctx, missing)).rejects.toMatchObject({ code: "not-found" });
    const foreign = { ...pair, key: "c-0040" };
    await expect(getComparedCase(workspace.otherCtx, foreign)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the export", () => {
  async function text(filter: object, format: "csv" | "jsonl"): Promise<string> {
    const { chunks } = await exportComparedCases(workspace.ctx, { ...pair, ...filter, format });
    return (await Array.fromAsync(chunks)).join("");
  }

  test("holds what the filter shows, in JSON Lines", async () => {
    const lines = (await text({ bucket: "broken" }, "jsonl")).trim().split("\n");
    const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.map((row) => row.key)).toEqual((await all({ bucket: "broken" })).map((row) => row.key));
    expect(rows[0]).toMatchObject({ outcome: "broken", verdict_a: "passed", verdict_b: "failed" });
  });

  test("defuses formulas in CSV and has all cases", async () => {
    const csv = await text({}, "csv");
    expect(csv).toContain("'=cmd() 50% off");
    expect(csv.trim().split("\r\n")).toHaveLength(41);
  });

  test("refuses another workspace", async () => {
    const input = { ...pair, format: "csv" as const };
    await expect(exportComparedCases(workspace.otherCtx, input)).rejects.toMatchObject({ code: "not-found" });
  });
});
