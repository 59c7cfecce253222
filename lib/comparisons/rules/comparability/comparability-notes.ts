import type { ComparedRun } from "../../compared-run.ts";
import { type BucketCounts, pairedTotal } from "../bucket.ts";
import { type ComparabilityNote, casesText } from "./comparability-note.ts";
import { gradersNote, verdictRuleNote } from "./judging-notes.ts";
import { lossNote, truncationNote } from "./loss-notes.ts";
import type { RunFacts } from "./run-facts.ts";

export type NotedPair = {
  a: { run: ComparedRun; facts: RunFacts };
  b: { run: ComparedRun; facts: RunFacts };
  counts: BucketCounts;
  /** Candidate minus baseline as a fraction. */
  difference: number | null;
  /** The same with cases that have no verdict in a run counted as failed there. */
  differenceWithLosses: number | null;
  /** Whether some cases depend on one another. */
  clustered: boolean;
};

const underWay: readonly ComparedRun["state"][] = ["queued", "running", "paused", "cancelling"];

/** What a reader must know before believing the difference, the weightiest first. */
export function comparabilityNotes(pair: NotedPair): ComparabilityNote[] {
  const { a, b } = pair;
  const notes = [
    versionNote(pair),
    gradersNote(a.run, b.run),
    verdictRuleNote(a, b),
    ...[a.run, b.run].map(underWayNote),
    lossNote(pair),
    truncationNote(pair),
    repetitionsNote(a.run, b.run),
    splitsNote(a.run, b.run),
    clusterNote(pair.clustered),
  ];
  return notes.filter((note) => note !== null).sort((one, other) => weight(other) - weight(one));
}

const weight = (note: ComparabilityNote) =>
  note.withholds !== "nothing" ? 2 : note.tone === "warning" ? 1 : 0;

/** For a run that shares no case with the baseline. */
export function otherDatasetNote(baseline: ComparedRun, run: ComparedRun): ComparabilityNote {
  return {
    tone: "warning",
    title: "Different datasets",
    text: `Run ${baseline.number} is on ${baseline.dataset.name} and run ${run.number} on ${run.dataset.name}. They share no cases, so run ${run.number} is left out here. Remove it, or choose a run of ${baseline.dataset.name}.`,
    withholds: "everything",
  };
}

function versionNote({ a: { run: a }, b: { run: b }, counts }: NotedPair): ComparabilityNote | null {
  if (a.dataset.versionId === b.dataset.versionId) return null;
  const same = pairedTotal(counts) + counts.errored + counts.unscored + counts.missing;
  const changed =
    counts.changed === 0
      ? "no shared case was changed"
      : `${casesText(counts.changed)} changed in between and ${counts.changed === 1 ? "is" : "are"} left out`;
  const unpaired =
    counts.unpaired === 0
      ? ""
      : `; ${casesText(counts.unpaired)} ${counts.unpaired === 1 ? "is" : "are"} in only one of the runs`;
  return {
    tone: "info",
    title: "Different dataset versions",
    text: `Run ${a.number} is on version ${a.dataset.versionNumber} of ${a.dataset.name}, run ${b.number} on version ${b.dataset.versionNumber}. Compared are the ${casesText(same)} with the same key and the same content in both; ${changed}${unpaired}.`,
    withholds: "nothing",
  };
}

function underWayNote(run: ComparedRun): ComparabilityNote | null {
  if (!underWay.includes(run.state)) return null;
  return {
    tone: "warning",
    title: `Run ${run.number} has not ended`,
    text: "Only what it has answered and graded so far is compared, and the numbers still move. The verdict waits until it has ended.",
    withholds: "everything",
  };
}

function repetitionsNote(a: ComparedRun, b: ComparedRun): ComparabilityNote | null {
  if (a.repetitions === 1 && b.repetitions === 1) return null;
  const times = ({ number, repetitions }: ComparedRun) =>
    `run ${number} answered each case ${repetitions === 1 ? "once" : `${repetitions} times`}`;
  return {
    tone: "info",
    title: a.repetitions === b.repetitions ? "Repeated cases" : "Different numbers of repetitions",
    text: `${capitalised(times(a))}, ${times(b)}. Each case counts once, with the share of its attempts that passed, because attempts at one case are not independent.`,
    withholds: "nothing",
  };
}

function splitsNote(a: ComparedRun, b: ComparedRun): ComparabilityNote | null {
  const of = (run: ComparedRun) =>
    run.splits.length === 0 ? "all splits" : [...run.splits].sort().join(", ").replaceAll("_", "-");
  if (of(a) === of(b)) return null;
  return {
    tone: "info",
    title: "Different splits",
    text: `Run ${a.number} covers ${of(a)}, run ${b.number} ${of(b)}. Compared are the cases that both cover.`,
    withholds: "nothing",
  };
}

function clusterNote(clustered: boolean): ComparabilityNote | null {
  if (!clustered) return null;
  return {
    tone: "info",
    title: "Cases that belong together",
    text: "Some cases share a cluster, such as one conversation, and are not independent. Intervals and tests take each cluster as one.",
    withholds: "nothing",
  };
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
