import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import { analyseLine } from "#lib/trends/analysis/analyse-line.ts";
import type { Trend } from "#lib/trends/get-trend.ts";
import { packTrend } from "#lib/trends/pack-trend.ts";
import { trendLines } from "#lib/trends/series/trend-lines.ts";
import { trendRunOf } from "#lib/trends/testing/trend-run-of.ts";
import { type TrendMetric, trendAxes, trendMetrics } from "#lib/trends/trend-metric.ts";
import { TrendsView } from "./trends-view.tsx";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => undefined }) }));

function trendOf(count: number, metric: TrendMetric = "pass-rate", name = "Small"): Trend {
  const runs = Array.from({ length: count }, (_, index) =>
    trendRunOf(index + 1, {
      passed: 88 + (index % 3),
      passRate: wilsonInterval({ successes: 88 + (index % 3), total: 98 }),
      latencyP95Ms: 400 + (index % 7),
      model: { id: "m1", name, versionNumber: 1 },
    }),
  );
  const lines = trendLines(runs, [], { metric, subject: { kind: "whole" }, graderNames: new Map() });
  const [focus = null] = lines;
  return {
    dataset: { id: "d", name: "Refunds" },
    metric,
    subject: "whole",
    runs,
    hasOlder: false,
    lines,
    lineCount: lines.length,
    focus: focus && { id: focus.id, label: focus.label, analysis: analyseLine(focus.points, metric) },
    marks: count > 3 ? [{ runNumber: 3, kind: "price", label: "new price" }] : [],
    choices: { models: [], graders: [{ id: "g", name: "Exact" }], slices: [] },
  };
}

function pageOf(trend: Trend, searchParams = ""): string {
  return renderToStaticMarkup(
    <NuqsTestingAdapter searchParams={searchParams}>
      <TrendsView packed={packTrend(trend)} datasets={[trend.dataset]} accepted={[]} alarms={null} />
    </NuqsTestingAdapter>,
  );
}

describe("the page of a trend", () => {
  test.each(trendMetrics.flatMap((metric) => trendAxes.map((axis) => [metric, axis] as const)))(
    "draws %s along %s",
    (metric, axis) => {
      const page = pageOf(trendOf(12, metric), `?x=${axis}`);
      expect(page).toContain(" of runs on Refunds");
      expect(page).not.toMatch(/NaN|Infinity|undefined/);
    },
  );

  test("one run is a point with its interval, and says when limits come", () => {
    const page = pageOf(trendOf(1));
    expect(page).toContain("Too few runs for limits");
    expect(page).not.toMatch(/NaN|Infinity/);
  });

  test("a range without runs says how to get back", () => {
    const page = pageOf(trendOf(0), "?range=90-99");
    expect(page).toContain("Runs 90 to 99: show all");
    expect(page).toContain("No run matches");
  });

  test("1,000 runs are one path a line, without a dot each", () => {
    const page = pageOf(trendOf(1_000));
    expect(page.match(/<circle/g)?.length ?? 0).toBeLessThan(10);
    expect(page.includes("n = 200 runs (the newest of 1,000)")).toBe(true);
  });

  test("a name of any length is a name", () => {
    const name = "n".repeat(400);
    expect(pageOf(trendOf(9, "pass-rate", name)).includes(`What the line of ${name} shows`)).toBe(true);
  });
});
