import { beforeAll, describe, expect, test } from "vitest";
import { db, pool } from "#lib/db/database.ts";
import { estimateRate } from "#lib/outcomes/estimate-rate.ts";
import { loadRunOutcomes } from "#lib/outcomes/load-run-outcomes.ts";
import { loadVersionCases } from "#lib/outcomes/load-version-cases.ts";
import { gradedRun, type TestAttempt } from "#lib/runs/testing/graded-run.ts";
import { clusteredIntervalCr2 } from "#lib/stats/error-bars/clustered-interval-cr2.ts";
import { tInterval } from "#lib/stats/error-bars/t-interval.ts";
import { clopperPearsonInterval } from "#lib/stats/intervals/clopper-pearson.ts";
import { clusteredFloorInterval } from "#lib/stats/intervals/clustered-floor.ts";
import { clusteredRateInterval } from "#lib/stats/intervals/clustered-rate.ts";
import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import { quantile } from "#lib/stats/quantile.ts";
import { quantileInterval } from "#lib/stats/quantiles/quantile-interval.ts";
import { ratioInterval } from "#lib/stats/ratio/ratio-interval.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { computeScorecard } from "./compute-scorecard.ts";
import type { Scorecard } from "./scorecard.ts";

type Raw = {
  unit: string;
  verdict: string | null;
  latencyMs: number | null;
  costMicroUsd: number | null;
  score: number | null;
};

const variants = [
  { name: "one attempt at each case", repetitions: 1, clustered: false },
  { name: "several attempts", repetitions: 3, clustered: false },
  { name: "several attempts at cases in clusters", repetitions: 3, clustered: true },
];

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await createTestWorkspace();
});

describe.each(variants)("$name: what is stored is what the raw rows say", ({ repetitions, clustered }) => {
  const planned = 60 * repetitions;
  let runId: string;
  let scorecard: Scorecard;
  let rows: Raw[];

  beforeAll(async () => {
    ({ runId } = await gradedRun(workspace.ctx, messyAttempts(repetitions)));
    await pool().query("update run set planned = $2 where id = $1", [runId, planned]);
    await pool().query(
      `update grade g set score = case when passed then 0.6 else 0.1 end + (r.position * 7 % 23 + g.repetition) / 100.0
       from case_revision r where r.case_id = g.case_id and g.run_id = $1 and g.status = 'scored'`,
      [runId],
    );
    // Some servers do not say how long they took.
    await pool().query(
      `update attempt a set latency_ms = null from case_revision r
       where r.case_id = a.case_id and a.run_id = $1 and (r.position + a.repetition) % 17 = 4`,
      [runId],
    );
    if (clustered)
      await pool().query(
        `update case_revision set cluster = 'document ' || position / 4
         where position % 5 <> 0 and id in (select case_revision_id from attempt where run_id = $1)`,
        [runId],
      );
    scorecard = await computeScorecard({ workspaceId: workspace.ctx.workspaceId, runId }, planned);
    const attempts = await db().attempt.findMany({
      where: { runId },
      select: {
        caseId: true,
        verdict: true,
        latencyMs: true,
        costMicroUsd: true,
        grades: { select: { score: true } },
        caseRevision: { select: { cluster: true } },
      },
    });
    rows = attempts.map(({ caseId, grades, caseRevision, ...attempt }, index) => ({
      ...attempt,
      unit:
        clustered && caseRevision.cluster !== null
          ? caseRevision.cluster
          : clustered || repetitions > 1
            ? caseId
            : String(index),
      score: grades[0]?.score ?? null,
    }));
  });

  test("the run is messy: errors, unscored answers and cases that were never tried", () => {
    const { counts } = scorecard;
    expect(counts.errored).toBeGreaterThan(2);
    expect(counts.unscored).toBeGreaterThan(2);
    expect(counts.missing).toBe(planned - rows.length);
    expect(counts.missing).toBeGreaterThan(1);
    expect(scorecard.unit).toBe(clustered ? "cluster" : repetitions > 1 ? "case" : "attempt");
  });

  test("the floor counts everything planned, and what has no verdict as not passed", () => {
    const passed = rows.filter(({ verdict }) => verdict === "passed").length;
    expect(scorecard.floor).toMatchObject({ successes: passed, total: planned, cases: 60 });
    const interval =
      scorecard.unit === "attempt"
        ? clopperPearsonInterval({ successes: passed, total: planned })
        : clusteredFloorInterval(plannedUnits());
    expect(scorecard.floor?.lower).toBeCloseTo(interval?.lower ?? Number.NaN, 12);
    expect(scorecard.floor?.upper).toBeCloseTo(interval?.upper ?? Number.NaN, 12);
  });

  test("the floor is the one that a gate holds a policy against", async () => {
    const [outcomes] = await loadRunOutcomes(workspace.ctx, [runId]);
    if (outcomes === undefined) throw new Error("There is a run.");
    const version = await loadVersionCases(workspace.ctx, outcomes.datasetVersionId);
    const asked = { outcomes, version, purpose: "floor", withoutVerdict: "failed" } as const;
    const known = await computeScorecard({ workspaceId: workspace.ctx.workspaceId, runId }, 58 * repetitions);
    const rate = estimateRate(asked);
    expect(known.floor?.total).toBe(rate?.attempts);
    expect(known.floor?.lower).toBeCloseTo(rate?.lower ?? Number.NaN, 12);
    expect(known.floor?.upper).toBeCloseTo(rate?.upper ?? Number.NaN, 12);
  });

  test("the mean of the scores has its t interval, and its quartiles are those of the values", () => {
    const scored = rows.filter(({ score }) => score !== null);
    const scores = scored.map(({ score }) => score ?? Number.NaN);
    const interval =
      scorecard.unit === "attempt"
        ? tInterval(scores)
        : clusteredIntervalCr2(
            scores,
            scored.map(({ unit }) => unit),
          );
    const [grader] = scorecard.graders;
    expect(grader?.meanScore).toBeCloseTo(interval?.estimate ?? Number.NaN, 12);
    expect(grader?.mean?.n).toBe(scores.length);
    expect(grader?.mean?.lower).toBeCloseTo(interval?.lower ?? Number.NaN, 9);
    expect(grader?.mean?.upper).toBeCloseTo(interval?.upper ?? Number.NaN, 9);
    for (const [name, p] of [
      ["min", 0],
      ["p25", 0.25],
      ["p50", 0.5],
      ["p75", 0.75],
      ["max", 1],
    ] as const) {
      expect(grader?.quartiles?.[name]).toBeCloseTo(quantile(scores, p) ?? Number.NaN, 12);
    }
    const bins = grader?.scores?.counts ?? [];
    expect(bins.map((_, bin) => scores.filter((one) => Math.floor(one * 20 + 1e-9) === bin).length)).toEqual(
      bins,
    );
  });

  test("latency has the limits of order statistics, a unit counting once", () => {
    const timed = rows.filter(({ latencyMs }) => latencyMs !== null);
    const values = timed.map(({ latencyMs }) => latencyMs ?? Number.NaN);
    const units = new Set(timed.map(({ unit }) => unit)).size;
    expect(scorecard.latencyMs).toMatchObject({ n: values.length, limits: { units } });
    expect(values.length).toBeLessThan(rows.filter(({ verdict }) => verdict !== "errored").length);
    const { from = 0, to = 1, counts = [] } = scorecard.latencyHistogram ?? {};
    const binOf = (value: number) => Math.min(23, Math.floor(((value - from) / (to - from)) * 24));
    expect(counts.map((_, bin) => values.filter((value) => binOf(value) === bin).length)).toEqual(counts);
    const sorted = values.toSorted((a, b) => a - b);
    for (const [name, p] of [
      ["p50", 0.5],
      ["p95", 0.95],
    ] as const) {
      const ranks = quantileInterval(
        Array.from({ length: units }, (_, i) => i),
        p,
      );
      const valueAt = (rank: number) =>
        rank < 1 || rank > units ? null : sorted[Math.ceil(((rank - 0.5) / units) * sorted.length) - 1];
      expect(scorecard.latencyMs?.limits?.[name]).toEqual({
        lower: valueAt(ranks?.lowerRank ?? 0),
        upper: valueAt(ranks?.upperRank ?? 0),
      });
      expect(scorecard.latencyMs?.[name]).toBeCloseTo(quantile(values, p) ?? Number.NaN, 9);
    }
  });

  test("what a pass costs is all that was paid over what passed", () => {
    const units = rows.map(({ unit }) => unit);
    const costs = rows.map(({ costMicroUsd }) => costMicroUsd ?? 0);
    const passes = rows.map(({ verdict }) => Number(verdict === "passed"));
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const independent = scorecard.unit === "attempt";
    const cost = independent ? tInterval(costs) : clusteredIntervalCr2(costs, units);
    const share = independent
      ? wilsonInterval({ successes: sum(passes), total: rows.length })
      : clusteredRateInterval(groupsOf(units, passes));
    expect(scorecard.costPerPass).toMatchObject({ passed: sum(passes), n: rows.length });
    expect(scorecard.costPerPass?.estimate).toBeCloseTo(sum(costs) / sum(passes), 9);
    if (cost === null || share === null) throw new Error("There are units.");
    const found = ratioInterval({
      numerator: cost,
      denominator: share,
      correlation: correlationBetween(residualsByUnit(units, costs), residualsByUnit(units, passes)),
    });
    expect(scorecard.costPerPass?.lower).toBeCloseTo(found?.lower ?? Number.NaN, 6);
    expect(scorecard.costPerPass?.upper).toBeCloseTo(found?.upper ?? Number.NaN, 6);
  });

  function plannedUnits() {
    const groups = groupsOf(
      rows.map(({ unit }) => unit),
      rows.map(({ verdict }) => Number(verdict === "passed")),
    );
    if (clustered) {
      const missing = planned - rows.length;
      const whole = { size: repetitions, successes: 0, clusters: Math.floor(missing / repetitions) };
      const part = missing % repetitions;
      return [...groups, whole, { size: part, successes: 0, clusters: part === 0 ? 0 : 1 }].filter(
        ({ clusters }) => clusters > 0,
      );
    }
    const known = groups.map((group) => ({ ...group, size: repetitions }));
    return [...known, { size: repetitions, successes: 0, clusters: 60 - groups.length }];
  }
});

/** 60 cases, of which the last two were never tried; among the others every eleventh attempt errors and every thirteenth is unscored. */
function messyAttempts(repetitions: number): TestAttempt[] {
  return Array.from({ length: 58 * repetitions }, (_, index): TestAttempt => {
    const at = Math.floor(index / repetitions);
    const verdict =
      index % 11 === 3
        ? "errored"
        : index % 13 === 5
          ? "unscored"
          : (at * 3 + index) % 7 < 5
            ? "passed"
            : "failed";
    return {
      key: `c-${String(at).padStart(2, "0")}`,
      input: { text: `case ${at}` },
      expected: "x",
      repetition: (index % repetitions) + 1,
      verdict,
      latencyMs: 50 + ((index * 37) % 101) * 3,
      costMicroUsd: 10 + at + (verdict === "failed" ? 15 : 0),
    };
  });
}

function groupsOf(units: readonly string[], passes: readonly number[]) {
  const byUnit = Map.groupBy(passes.keys(), (index) => units[index] ?? "");
  return [...byUnit.values()].map((places) => ({
    size: places.length,
    successes: places.reduce((sum, place) => sum + (passes[place] ?? 0), 0),
    clusters: 1,
  }));
}

function residualsByUnit(units: readonly string[], values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [...Map.groupBy(values.keys(), (index) => units[index] ?? "").values()].map((places) =>
    places.reduce((sum, place) => sum + (values[place] ?? 0) - mean, 0),
  );
}

function correlationBetween(xs: readonly number[], ys: readonly number[]): number {
  const cross = xs.reduce((sum, x, i) => sum + x * (ys[i] ?? 0), 0);
  const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0);
  return cross / Math.sqrt(squares(xs) * squares(ys));
}
