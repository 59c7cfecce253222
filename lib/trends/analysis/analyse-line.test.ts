import { describe, expect, test } from "vitest";
import type { TrendPoint } from "../series/metric-point.ts";
import { analyseLine } from "./analyse-line.ts";

const rates = (values: readonly (number | null)[], n = 100): TrendPoint[] =>
  values.map((y, index) => ({
    runId: `r-${index}`,
    number: index + 1,
    y,
    low: null,
    high: null,
    n,
    count: y === null ? null : Math.round(y * n),
  }));
const steady = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 0.9 : 0.88));

describe("a line of pass rates", () => {
  test("of fewer than eight runs has no limits, and says from when on", () => {
    const { runs, result } = analyseLine(rates([0.9, 0.8, null, 0.7]), "pass-rate");
    expect(runs).toBe(3);
    expect(result).toMatchObject({ kind: "refused", why: expect.stringContaining("from 8 runs on") });
  });

  test("that is steady stays within its limits, and no change is found", () => {
    const { result } = analyseLine(rates(steady), "pass-rate");
    if (result.kind !== "charted") throw new Error(result.kind);
    expect(result).toMatchObject({ chart: "laney-chart", changePoint: "binomial-change-point" });
    expect(result.limits.outside).toEqual([]);
    expect(result.limits.centre).toBeCloseTo(0.89, 9);
    expect(result.change.pValues.level).toBeGreaterThan(0.2);
    expect(result.change.pValues.drift).toBeGreaterThan(0.2);
  });

  test("that fell is found where it fell, with the rates on both sides", () => {
    const { result } = analyseLine(rates([...steady, 0.7, 0.71, 0.7, 0.69, 0.7, 0.71]), "pass-rate");
    if (result.kind !== "charted") throw new Error(result.kind);
    expect(result.change.level).toMatchObject({
      lastBefore: 12,
      firstAfter: 13,
      runsBefore: 12,
      runsAfter: 6,
    });
    expect(result.change.level.before).toBeCloseTo(0.89, 9);
    expect(result.change.level.after).toBeCloseTo(4.21 / 6, 9);
    expect(result.change.pValues.level).toBeLessThan(0.01);
  });

  test("with one run far below names that run", () => {
    const { result } = analyseLine(rates([...steady, 0.5, ...steady]), "pass-rate");
    expect(result.kind === "charted" && result.limits.outside).toEqual([{ number: 13, side: "below" }]);
  });

  test("limits of a share stay within 0 and 1", () => {
    const { result } = analyseLine(rates([1, 0.99, 1, 0.98, 1, 0.99, 1, 1, 0.97]), "pass-rate");
    if (result.kind !== "charted") throw new Error(result.kind);
    expect(Math.max(...result.limits.byRun.map((run) => run.upper))).toBe(1);
  });
});

test("runs that are all equal are flat: neither limits nor a test", () => {
  expect(analyseLine(rates(Array.from({ length: 9 }, () => 1)), "pass-rate").result).toEqual({
    kind: "flat",
    value: 1,
  });
});

test("a latency that creeps up signals in its moving average and as a drift", () => {
  const creeping = Array.from({ length: 30 }, (_, index) => 400 + 6 * index + (index % 2 ? 9 : 0));
  const { result } = analyseLine(rates(creeping), "latency-p95");
  if (result.kind !== "charted") throw new Error(result.kind);
  expect(result.chart).toBe("ewma-chart");
  expect(result.limits.outside).not.toEqual([]);
  expect(result.change.drift.perRun).toBeCloseTo(6, 0);
  expect(result.change.pValues.drift).toBeLessThan(0.001);
});

test("of a long line the newest 200 runs are looked at", () => {
  const long = Array.from({ length: 450 }, (_, index) => (index % 2 === 0 ? 0.9 : 0.88));
  expect(analyseLine(rates(long), "pass-rate")).toMatchObject({ runs: 200, older: 250 });
});

test("a p-value is Holm's over both questions, never above one", () => {
  const { result } = analyseLine(rates(steady), "error-share");
  if (result.kind !== "charted") throw new Error(result.kind);
  const { level, drift } = result.change.pValues;
  expect(Math.max(level, drift)).toBeLessThanOrEqual(1);
});
