import { formatCount } from "#components/ui/format/format-count.ts";
import { formatNumber } from "#components/ui/format/number-format.ts";
import { METHOD_NAMES } from "#lib/stats/method/method-names.ts";
import type { LineAnalysis } from "#lib/trends/analysis/analyse-line.ts";
import type { VersionMark } from "#lib/trends/series/version-marks.ts";
import type { TrendMetric } from "#lib/trends/trend-metric.ts";
import { metricFormat, metricStep } from "./metric-format.ts";

export type Statement = {
  id: "limits" | "level" | "drift";
  title: string;
  /** What it means. */
  text: string;
  /** How it was found. */
  method: string | null;
  /** Something stands out that chance hardly gives. */
  signal: boolean;
};

const surprising = 0.05;

/** What the newest runs of a line show, in words that claim no more than the methods do. */
export function analysisWords(
  analysis: LineAnalysis,
  metric: TrendMetric,
  marks: readonly VersionMark[],
): Statement[] {
  const { result } = analysis;
  switch (result.kind) {
    case "refused":
      return [
        { id: "limits", title: "Too few runs for limits", text: result.why, method: null, signal: false },
      ];
    case "flat":
      return [
        {
          id: "limits",
          title: "No variation",
          text: `All ${analysis.runs} runs have the same value, ${metricFormat(metric)(result.value)}, so there is nothing to form limits from.`,
          method: null,
          signal: false,
        },
      ];
    case "charted": {
      const shown = { ...analysis, ...result };
      return [limitsOf(shown, metric), levelOf(shown, metric, marks), driftOf(shown, metric)];
    }
  }
}

type Charted = LineAnalysis & Extract<LineAnalysis["result"], { kind: "charted" }>;

function limitsOf({ limits, chart, runs, older }: Charted, metric: TrendMetric): Statement {
  const format = metricFormat(metric);
  const newest = limits.byRun.at(-1);
  const range = newest && `${format(newest.lower)} to ${format(newest.upper)}`;
  // Of a normal variable beyond 3 standard errors, and of the average run length of the moving average (Lucas & Saccucci 1990).
  const chance =
    limits.spread === null
      ? "it leaves them about once in 500 runs"
      : "about 1 run in 370 lies outside by chance";
  const method = [
    `${METHOD_NAMES[chart]}, limits at 3 standard errors, n = ${runs} runs${older > 0 ? ` (the newest of ${formatCount(runs + older)})` : ""}`,
    limits.spread === null
      ? "weight 0.2, deviation from moving ranges"
      : `neighbouring runs vary ${formatNumber(limits.spread, 1)} times as much as independent samples of cases would`,
  ].join("; ");
  if (limits.outside.length === 0) {
    return {
      id: "limits",
      title: "Within the limits",
      text: `${limits.spread === null ? "The moving average stays" : `All ${runs} runs lie`} within the control limits, ${range} for the newest run, around ${format(limits.centre)}.`,
      method,
      signal: false,
    };
  }
  const list = limits.outside.slice(-5).map(({ number, side }) => `run ${number} (${side})`);
  const more = limits.outside.length - list.length;
  return {
    id: "limits",
    title: `${limits.outside.length} of ${runs} runs outside the limits`,
    text: `${limits.spread === null ? "The moving average has left the control limits at" : "Outside the control limits:"} ${list.join(", ")}${more > 0 ? ` and ${more} before` : ""}. The limits are ${range} for the newest run, around ${format(limits.centre)}; where nothing changes, ${chance}.`,
    method,
    signal: true,
  };
}

function levelOf(
  { change, changePoint }: Charted,
  metric: TrendMetric,
  marks: readonly VersionMark[],
): Statement {
  const format = metricFormat(metric);
  const { lastBefore, firstAfter, runsBefore, runsAfter, before, after, resamples } = change.level;
  const method = `${METHOD_NAMES[changePoint]}${resamples === null ? "" : ` from ${resamples.toLocaleString("en")} random orders`}, ${formatP(change.pValues.level)} after Holm for 2 questions`;
  const values = `${format(before)} before (${runsOf(runsBefore)}), ${format(after)} after (${runsOf(runsAfter)})`;
  if (change.pValues.level >= surprising) {
    return {
      id: "level",
      title: "No change of level found",
      text: `The most likely one, between run ${lastBefore} and run ${firstAfter} (${values}), can be chance.`,
      method,
      signal: false,
    };
  }
  const between = marks.filter(({ runNumber }) => runNumber > lastBefore && runNumber <= firstAfter);
  const cause =
    between.length === 0
      ? ""
      : ` New since then: ${between.map((mark) => mark.label).join(", ")}; look there first.`;
  return {
    id: "level",
    title: `The level ${after > before ? "rose" : "fell"} after run ${lastBefore}`,
    text: `${values.charAt(0).toUpperCase()}${values.slice(1)}.${cause}`,
    method,
    signal: true,
  };
}

function driftOf({ change, runs }: Charted, metric: TrendMetric): Statement {
  const { perRun } = change.drift;
  const method = `Mann-Kendall test, ${formatP(change.pValues.drift)} after Holm for 2 questions; Theil-Sen slope, n = ${runs} runs`;
  if (change.pValues.drift >= surprising || perRun === 0) {
    return {
      id: "drift",
      title: "No steady drift found",
      text: "Values neither rise nor fall from run to run by more than chance gives.",
      method,
      signal: false,
    };
  }
  return {
    id: "drift",
    title: `A steady ${perRun > 0 ? "rise" : "fall"}`,
    text: `About ${metricStep(metric, perRun)} a run. A single step can look like a drift, and a drift like a step.`,
    method,
    signal: true,
  };
}

const runsOf = (count: number) => (count === 1 ? "1 run" : `${count} runs`);

function formatP(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(p < 0.1 ? 3 : 2)}`;
}
