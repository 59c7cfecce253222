import { describe, expect, test } from "vitest";
import { analyseLine } from "#lib/trends/analysis/analyse-line.ts";
import type { VersionMark } from "#lib/trends/series/version-marks.ts";
import { analysisWords } from "./analysis-words.ts";

const words = (values: readonly number[], marks: VersionMark[] = []) => {
  const points = values.map((y, index) => ({
    runId: `${index}`,
    number: index + 1,
    y,
    low: null,
    high: null,
    n: 100,
    count: Math.round(100 * y),
  }));
  return analysisWords(analyseLine(points, "pass-rate"), "pass-rate", marks);
};
const steady = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 0.9 : 0.88));

describe("what a line shows", () => {
  test("too few runs: from when on", () => {
    expect(words([0.5, 0.6])).toMatchObject([
      { title: "Too few runs for limits", text: expect.stringContaining("from 8 runs on"), signal: false },
    ]);
  });

  test("equal runs", () => {
    expect(words(Array.from({ length: 8 }, () => 1))[0]?.text).toMatch(
      /^All 8 runs have the same value, 100\.0/,
    );
  });

  test("steady runs: nothing stands out, and every statement has its method", () => {
    const statements = words(steady);
    expect(statements.map((one) => one.title)).toEqual([
      "Within the limits",
      "No change of level found",
      "No steady drift found",
    ]);
    expect(statements.every((one) => !one.signal && one.method?.includes("n = ") !== null)).toBe(true);
    expect(statements[0]?.method).toContain("Laney p' chart, limits at 3 standard errors, n = 12 runs");
  });

  test("a fall names the runs, both levels and what was new", () => {
    const fallen = [...steady, 0.7, 0.71, 0.7, 0.69, 0.7, 0.71];
    const level = words(fallen, [{ runNumber: 13, kind: "grader", label: "Exact v2" }])[1];
    expect(level).toMatchObject({ title: "The level fell after run 12", signal: true });
    expect(level?.text).toMatch(
      /^89\.0.% before \(12 runs\), 70\.2.% after \(6 runs\)\. New since then: Exact v2/,
    );
    expect(level?.method).toMatch(/999 random orders, p [<=] 0\.\d+ after Holm for 2 questions$/);
  });

  test("a run outside is named with its side", () => {
    expect(words([...steady, 0.5, ...steady])[0]).toMatchObject({
      title: "1 of 25 runs outside the limits",
      text: expect.stringContaining("run 13 (below)"),
      signal: true,
    });
  });
});
