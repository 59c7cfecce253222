import { loadCompared, type Side } from "#lib/comparisons/load-compared.ts";
import { notePair } from "#lib/comparisons/note-pair.ts";
import type { Context } from "#lib/context/context.ts";
import { comparePairs, type PairedComparison } from "#lib/outcomes/compare-pairs.ts";
import { type PairedCases, pairCases } from "#lib/outcomes/pair-cases.ts";
import type { VersionCases } from "#lib/outcomes/run-outcomes.ts";
import type { Trend } from "../get-trend.ts";
import { parseSubject, type TrendSubject } from "../trend-subject.ts";
import { type AcceptedRun, type AlarmPair, alarmPairs } from "./alarm-pairs.ts";

export type Alarm = AlarmPair & {
  /** Null without a reference, and where no case has a verdict or score in both. */
  comparison: PairedComparison | null;
  unpaired: PairedCases["unpaired"] | null;
  measure: "verdict" | "score";
  /** Why no verdict is given, in sentences: the runs are too unlike. */
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
  const family = Math.max(1, pairs.filter((pair) => pair.reference !== null).length);
  const alarms: Alarm[] = [];
  // One after the other: two large runs at a time are memory enough.
  for (const pair of pairs) {
    alarms.push(await alarmOf(ctx, pair, subjectOfLine(trend, pair.lineId), { trend, family }));
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

async function alarmOf(
  ctx: Context,
  pair: AlarmPair,
  subject: TrendSubject,
  { trend, family }: { trend: Asked; family: number },
): Promise<Alarm> {
  const shown = {
    ...pair,
    measure: trend.metric === "mean-score" ? ("score" as const) : ("verdict" as const),
    slice: subject.kind === "slice" ? `${subject.dimension}:${subject.value}` : null,
  };
  const sides = pair.reference && (await loadPair(ctx, pair.reference.run.runId, pair.candidate.runId));
  if (sides === null) {
    return { ...shown, comparison: null, unpaired: null, withheld: null, graderVersionId: null };
  }
  const { baseline, candidate } = sides;
  const graderId = subject.kind === "grader" ? subject.graderId : null;
  const graderVersionId =
    candidate.run.graders.find((grader) => grader.graderId === graderId)?.graderVersionId ?? null;
  const paired = pairCases({
    baseline: baseline.outcomes,
    candidate: candidate.outcomes,
    baselineVersion: baseline.version,
    candidateVersion: candidate.version,
    changed: candidate.changed,
    graderVersionId,
    measure: shown.measure,
    members: subject.kind === "slice" ? membersOf(candidate.version, subject) : null,
  });
  return {
    ...shown,
    graderVersionId,
    comparison: comparePairs(paired, {
      margin: shown.measure === "verdict" ? margin : null,
      alpha: alpha / family,
      family,
    }),
    unpaired: paired.unpaired,
    withheld: graderId === null ? unlike(baseline, candidate) : otherVersion(baseline, candidate, graderId),
  };
}

async function loadPair(ctx: Context, baselineId: string, candidateId: string) {
  const { baseline, candidate } = await loadCompared(ctx, {
    runIds: [baselineId, candidateId],
    againstId: null,
    graderVersionId: null,
  });
  return candidate === null ? null : { baseline, candidate };
}

/** What the page of comparisons withholds its verdict for, too. */
function unlike(baseline: Side, candidate: Side): string | null {
  const notes = notePair(baseline, candidate).filter((note) => note.withholds !== "nothing");
  return notes.length === 0 ? null : notes.map((note) => note.text).join(" ");
}

/** Grades by two versions of a grader are never paired. */
function otherVersion(baseline: Side, candidate: Side, graderId: string): string | null {
  const versionIn = ({ run }: Side) => run.graders.find((grader) => grader.graderId === graderId);
  const [before, after] = [versionIn(baseline), versionIn(candidate)];
  if (after === undefined || before?.graderVersionId === after.graderVersionId) return null;
  const then = before === undefined ? "did not have it" : `was judged by its version ${before.number}`;
  return `Run ${candidate.run.number} was judged by ${after.name} v${after.number}, and run ${baseline.run.number} ${then}. Grade one of them again to compare them.`;
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
