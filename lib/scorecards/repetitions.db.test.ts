import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "#lib/db/database.ts";
import { getAttempt } from "#lib/runs/get-attempt.ts";
import { listAttempts } from "#lib/runs/list-attempts.ts";
import { gradedRun, type TestAttempt } from "#lib/runs/testing/graded-run.ts";
import { clusteredIntervalCr2 } from "#lib/stats/error-bars/clustered-interval-cr2.ts";
import { clusteredRateInterval } from "#lib/stats/intervals/clustered-rate.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { computeScorecard } from "./compute-scorecard.ts";
import { findScorecard } from "./find-scorecard.ts";
import type { Scorecard } from "./scorecard.ts";

/** p: passed, f: failed, u: unscored, e: errored; one letter an attempt. */
const cases = {
  a: "pppp",
  b: "pppp",
  c: "ppff",
  d: "pfff",
  e: "ffff",
  f: "ppue",
  g: "ueue",
};
const verdicts = { p: "passed", f: "failed", u: "unscored", e: "errored" } as const;

let workspace: TestWorkspace;
let runId: string;
let scorecard: Scorecard;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  const attempts = Object.entries(cases).flatMap(([key, letters]) =>
    [...letters].map(
      (letter, index): TestAttempt => ({
        key,
        input: { text: key },
        expected: "x",
        repetition: index + 1,
        verdict: verdicts[letter as keyof typeof verdicts],
        fromCache: key === "a",
        finishReason: key === "e" ? "length" : "stop",
        errorClass: key === "f" ? "rate-limit" : "transient",
        ...(key === "f" ? {} : { errorCode: "timeout" }),
        tags: key < "d" ? ["early"] : [],
      }),
    ),
  );
  ({ runId } = await gradedRun(workspace.ctx, attempts));
  const found = await findScorecard(workspace.ctx, runId);
  if (found === null) throw new Error("no scorecard");
  scorecard = found;
});

const list = async (filter: object) => {
  const page = await listAttempts(workspace.ctx, { runId, view: "all", limit: 100, ...filter });
  return page.items.map((row) => `${row.key}${row.repetition}`);
};

describe("a run with repetitions", () => {
  test("counts a case as one unit, and says what its attempts are worth", () => {
    const groups = [
      { size: 4, successes: 4, clusters: 2 },
      { size: 4, successes: 2, clusters: 1 },
      { size: 4, successes: 1, clusters: 1 },
      { size: 4, successes: 0, clusters: 1 },
      { size: 2, successes: 2, clusters: 1 },
    ];
    const { clusters, ...interval } = clusteredRateInterval(groups) ?? { clusters: 0 };
    expect(scorecard.unit).toBe("case");
    expect(scorecard.passRate).toEqual({ ...interval, units: clusters });
    expect(scorecard.passRate).toMatchObject({ successes: 13, total: 22, units: 6 });
    expect(scorecard.graders[0]?.passRate).toEqual(scorecard.passRate);
    const early = scorecard.slices.find((slice) => slice.dimension === "tag");
    expect(early).toMatchObject({
      counts: { passed: 10, failed: 2, unscored: 0, errored: 0 },
      passRate: { successes: 10, total: 12, units: 3 },
    });
  });

  test("tells which cases are steady, and how often one or all of k attempts pass", () => {
    const { repetitions } = scorecard;
    expect(repetitions).toMatchObject({
      planned: 4,
      stability: { always: 3, sometimes: 2, never: 1 },
      nothingScored: 1,
      incomplete: 1,
    });
    const [first, , , last] = repetitions?.passOfK ?? [];
    expect(first?.any?.estimate).toBeCloseTo((1 + 1 + 0.5 + 0.25 + 0 + 1) / 6, 12);
    expect(first?.all).toEqual(first?.any);
    expect(last?.any).toMatchObject({ estimate: 4 / 5, cases: 5 });
    expect(last?.all).toMatchObject({ estimate: 2 / 5, cases: 5 });
    const agreed = [1, 1, 1 - 8 / 12, 1 - 6 / 12, 1, 1];
    expect(repetitions?.agreement?.estimate).toBeCloseTo(agreed.reduce((a, b) => a + b) / 6, 12);
    expect(repetitions?.samplingNoiseShare).toBeGreaterThan(0);
  });

  test("has an exact bill, which the cache made smaller, and knows which answers were cut off", async () => {
    expect(scorecard.bill).toEqual({
      paidMicroUsd: 21 * 20,
      paid: 21,
      savedMicroUsd: 80,
      fromCache: 4,
      unknown: 0,
    });
    const { rows } = await pool().query(
      `select sum(cost_micro_usd)::int as paid, sum(saved_micro_usd)::int as saved, sum(cached)::int as cached
       from run_shard where run_id = $1`,
      [runId],
    );
    expect(rows[0]).toEqual({ paid: 21 * 20, saved: 80, cached: 4 });
    expect(scorecard.finishReasons).toEqual([
      { reason: "stop", count: 21 },
      { reason: "length", count: 4 },
    ]);
    expect(scorecard.tokensPerSecond).toEqual({
      n: 25,
      p50: 50,
      p05: 50,
      limits: { lower: 50, upper: 50 },
    });
    expect(scorecard.errors).toEqual([
      {
        errorClass: "timeout",
        count: 2,
        example: "No answer in 10 s.",
        messages: [{ message: "No answer in 10 s.", count: 2 }],
      },
      {
        errorClass: "rate-limit",
        count: 1,
        example: "No answer in 10 s.",
        messages: [{ message: "No answer in 10 s.", count: 1 }],
      },
    ]);
  });

  test("lists the attempts of cases that pass always, sometimes and never", async () => {
    expect(await list({ stability: "sometimes" })).toEqual(["c1", "c2", "c3", "c4", "d1", "d2", "d3", "d4"]);
    expect(await list({ stability: "never" })).toEqual(["e1", "e2", "e3", "e4"]);
    expect(await list({ stability: "always", view: "passed" })).toHaveLength(10);
    expect(await list({ finish: "length" })).toHaveLength(4);
    expect(await list({ error: "rate-limit" })).toEqual(["f4"]);
    // The finer code and its class both find them.
    expect(await list({ error: "timeout" })).toEqual(["g2", "g4"]);
    expect(await list({ error: "transient" })).toEqual(["g2", "g4"]);
  });

  test("lists each case once, by its first attempt that the list is about", async () => {
    expect(await list({ rows: "case" })).toEqual(["a1", "b1", "c1", "d1", "e1", "f1", "g1"]);
    expect(await list({ rows: "case", view: "failed" })).toEqual(["c3", "d2", "e1"]);
    expect(await list({ rows: "case", view: "failed", stability: "sometimes" })).toEqual(["c3", "d2"]);
    expect(await list({ rows: "case", view: "errored", error: "rate-limit" })).toEqual(["f4"]);
    const page = await listAttempts(workspace.ctx, { runId, view: "passed", rows: "case", limit: 2 });
    expect(page).toMatchObject({ total: 5 });
    const next = await listAttempts(workspace.ctx, {
      runId,
      view: "passed",
      rows: "case",
      limit: 10,
      cursor: page.nextCursor,
    });
    expect(next.items.map(({ key }) => key)).toEqual(["c", "d", "f"]);
  });

  test("shows with each attempt what came of the others at the case", async () => {
    const page = await listAttempts(workspace.ctx, { runId, view: "all", search: "d", limit: 1 });
    expect(page.items[0]?.caseVerdicts).toEqual(["passed", "failed", "failed", "failed"]);
    const attempt = await getAttempt(workspace.ctx, { runId, key: "f", repetition: 3 });
    expect(attempt.repetitions.map(({ verdict }) => verdict)).toEqual([
      "passed",
      "passed",
      "unscored",
      "errored",
    ]);
  });

  test("counts a cluster as one unit where cases belong together", async () => {
    await pool().query(
      `update case_revision set cluster = case when key in ('a', 'b') then 'pair' end
       where id in (select case_revision_id from attempt where run_id = $1)`,
      [runId],
    );
    const clustered = await computeScorecard({ workspaceId: workspace.ctx.workspaceId, runId }, 28);
    expect(clustered.unit).toBe("cluster");
    expect(clustered.passRate).toMatchObject({ successes: 13, total: 22, units: 5 });
    expect(clustered.graders[0]?.passRate).toEqual(clustered.passRate);
    const early = clustered.slices.find((slice) => slice.dimension === "tag");
    expect(early?.passRate).toMatchObject({ successes: 10, total: 12, units: 2 });

    // pass@k and pass^k have the estimates that they had, and intervals over clusters.
    const { repetitions } = clustered;
    expect(repetitions).toMatchObject({
      clusters: 6,
      stability: { always: 3, sometimes: 2, never: 1 },
      nothingScored: 1,
    });
    const last = repetitions?.passOfK.at(-1);
    const raw = clusteredIntervalCr2([1, 1, 0, 0, 0], ["pair", "pair", "c", "d", "e"]);
    expect(last?.all).toMatchObject({ estimate: 2 / 5, cases: 5 });
    expect(last?.all?.lower).toBeCloseTo(Math.max(0, raw?.lower ?? 0), 12);
    expect(last?.all?.upper).toBeCloseTo(Math.min(1, raw?.upper ?? 0), 12);
    expect(scorecard.repetitions).toMatchObject({ clusters: null });
    const split = clustered.slices.find((slice) => slice.dimension === "split");
    expect(split?.passRate).toEqual(clustered.passRate);
  });
});
