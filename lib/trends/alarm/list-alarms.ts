import type { Context } from "#lib/context/context.ts";
import { changedQuestions } from "#lib/outcomes/changed-questions.ts";
import { comparePairs, type PairedComparison } from "#lib/outcomes/compare-pairs.ts";
import { loadRunOutcomes } from "#lib/outcomes/load-run-outcomes.ts";
import { loadVersionCases } from "#lib/outcomes/load-version-cases.ts";
import { type PairedCases, pairCases } from "#lib/outcomes/pair-cases.ts";
import type { VersionCases } from "#lib/outcomes/run-outcomes.ts";
import type { Trend } from "../get-trend.ts";
import { readTrendRuns } from "../reading/read-trend-runs.ts";
import type { RunPins } from "../trend-run.ts";
import { parseSubject, type TrendSubject } from "../trend-subject.ts";
import { type AcceptedRun, type AlarmPair, alarmPairs } from "./alarm-pairs.ts";
import { judgingChange } from "./judging-changes.ts";

export type Alarm = AlarmPair & {
  /** Null without a reference, and where no case has a verdict or score in both. */
  comparison: PairedComparison | null;
  unpaired: PairedCases["unpaired"] | null;
  measure: "verdict" | "score";
  /** Why no verdict is given: the runs were judged differently. */
  withheld: string | null;
  graderVersionId: string | null;
  /** As the page of comparisons names slices: "tag:billing". */
  slice: string | null;
};

export type Alarms = {
  /** A loss of as much as this does not matter; pass rates only. */
  margin: number;
  /** Of each interval, so that all together are wrong in at most 5 %. */
  confidence: number;
  /** Comparisons made. */
  family: number;
  alarms: Alarm[];
};

const margin = 0.02;
const alpha = 0.05;

type Asked = Pick<Trend, "dataset" | "metric" | "subject" | "runs" | "lines">;

/**
 * The paired test of each line's newest run against the last accepted run, on the same cases. Its limits are Bonferroni's over the
 * lines: what is called worse is worse after correction. Latency, cost and errors have no paired verdicts: whole pass rates stand in.
 */
export async function listAlarms(
  ctx: Context,
  trend: Asked,
  accepted: readonly AcceptedRun[],
): Promise<Alarms> {
  const pairs = alarmPairs(trend.lines, trend.runs, accepted);
  const runIds = [
    ...new Set(
      pairs.flatMap(({ candidate, reference }) => [candidate.runId, reference?.run.runId ?? []].flat()),
    ),
  ];
  const found = await readTrendRuns(ctx, { datasetId: trend.dataset.id, runIds, limit: runIds.length });
  const pins = new Map(found.map((one) => [one.run.runId, one.pins]));
  const family = Math.max(1, pairs.filter((pair) => pair.reference !== null).length);
  const alarms: Alarm[] = [];
  // One after the other: two large runs at a time are memory enough.
  for (const pair of pairs) {
    const subject = subjectOfLine(trend, pair.lineId);
    alarms.push(await alarmOf(ctx, { pair, pins, subject, metric: trend.metric, alpha: alpha / family }));
  }
  return { margin, confidence: 1 - alpha / family, family, alarms };
}

/** The lines of a plural subject are one grader or slice each. */
function subjectOfLine({ metric, subject: text }: Asked, lineId: string): TrendSubject {
  if (metric !== "pass-rate" && metric !== "mean-score") return { kind: "whole" };
  const subject = parseSubject(text);
  if (subject.kind === "graders") return { kind: "grader", graderId: lineId };
  if (subject.kind === "slices") return { kind: "slice", dimension: subject.dimension, value: lineId };
  return subject;
}

type One = {
  pair: AlarmPair;
  pins: ReadonlyMap<string, RunPins>;
  subject: TrendSubject;
  metric: Trend["metric"];
  alpha: number;
};

async function alarmOf(ctx: Context, one: One): Promise<Alarm> {
  const { pair, pins, subject, metric } = one;
  const graderId = subject.kind === "grader" ? subject.graderId : null;
  const [before, after] = [pins.get(pair.reference?.run.runId ?? ""), pins.get(pair.candidate.runId)];
  const shown = {
    ...pair,
    measure: metric === "mean-score" ? ("score" as const) : ("verdict" as const),
    graderVersionId: after?.graders.find((grader) => grader.graderId === graderId)?.versionId ?? null,
    slice: subject.kind === "slice" ? `${subject.dimension}:${subject.value}` : null,
  };
  if (pair.reference === null || before === undefined || after === undefined) {
    return { ...shown, comparison: null, unpaired: null, withheld: null };
  }
  const question = await questionOf(ctx, pair.reference.run.runId, pair.candidate.runId);
  const paired = pairCases({
    ...question,
    graderVersionId: shown.graderVersionId,
    measure: shown.measure,
    members: subject.kind === "slice" ? membersOf(question.candidateVersion, subject) : null,
  });
  return {
    ...shown,
    comparison: comparePairs(paired, {
      margin: shown.measure === "verdict" ? margin : null,
      alpha: one.alpha,
    }),
    unpaired: paired.unpaired,
    withheld: judgingChange(before, after, graderId),
  };
}

async function questionOf(ctx: Context, baselineId: string, candidateId: string) {
  const [baseline, candidate] = await loadRunOutcomes(ctx, [baselineId, candidateId]);
  if (baseline === undefined || candidate === undefined) throw new Error("Both runs were loaded.");
  const [baselineVersion, candidateVersion] = await Promise.all([
    loadVersionCases(ctx, baseline.datasetVersionId),
    loadVersionCases(ctx, candidate.datasetVersionId),
  ]);
  const changed = await changedQuestions(ctx, baselineVersion, candidateVersion);
  return { baseline, candidate, baselineVersion, candidateVersion, changed };
}

function membersOf(
  { slices }: VersionCases,
  { dimension, value }: { dimension: string; value: string },
): Int32Array {
  return (
    slices.find((slice) => slice.dimension === dimension && slice.value === value)?.members ??
    new Int32Array()
  );
}
