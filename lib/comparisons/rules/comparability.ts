import { sameVerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import { verdictRuleWords } from "#lib/graders/verdict/verdict-rule-words.ts";
import type { ComparedRun } from "../pairs/compared-run.ts";
import type { PairedRuns } from "../pairs/read-pair-counts.ts";
import { pairedTotal } from "./bucket.ts";

export type ComparabilityNote = {
  tone: "info" | "warning";
  title: string;
  text: string;
  /** A difference measured like this would mislead, and is shown without colour and verdict: that of the verdicts, or also each grader's. */
  withholds: "nothing" | "verdict" | "everything";
};

type Compared = { a: ComparedRun; b: ComparedRun; pairs: PairedRuns; clustered: boolean };

const manyNotJudged = 0.05;
const underWay: readonly ComparedRun["state"][] = ["queued", "running", "paused", "cancelling"];

/** What a reader must know before believing the difference, the weightiest first. */
export function comparabilityNotes(compared: Compared): ComparabilityNote[] {
  const { a, b } = compared;
  const notes = [
    datasetNote(compared),
    gradersNote(a, b),
    verdictRuleNote(a, b),
    ...[a, b].map(underWayNote),
    repetitionsNote(a, b),
    ...[["a", a] as const, ["b", b] as const].map(([side, run]) => missingNote(run, compared.pairs[side])),
    notJudgedNote(compared),
    splitsNote(a, b),
    clusterNote(compared.clustered),
  ];
  return notes.filter((note) => note !== null).sort((one, other) => weight(other) - weight(one));
}

const weight = (note: ComparabilityNote) =>
  note.withholds !== "nothing" ? 2 : note.tone === "warning" ? 1 : 0;

function datasetNote({ a, b, pairs }: Compared): ComparabilityNote | null {
  if (a.dataset.id !== b.dataset.id) {
    return {
      tone: "warning",
      title: "Different datasets",
      text: `Run ${a.number} is on ${a.dataset.name} and run ${b.number} on ${b.dataset.name}. They share no cases, so there is nothing to compare case by case.`,
      withholds: "everything",
    };
  }
  if (a.dataset.versionId === b.dataset.versionId) return null;
  const { changed, not_judged } = pairs.buckets;
  const same = pairedTotal(pairs.buckets) + not_judged;
  return {
    tone: "info",
    title: "Different dataset versions",
    text: `Run ${a.number} is on version ${a.dataset.versionNumber} of ${a.dataset.name}, run ${b.number} on version ${b.dataset.versionNumber}. Compared are the ${cases(same)} with the same key and the same content in both; ${changed === 0 ? "no shared case was changed" : `${cases(changed)} changed in between and ${changed === 1 ? "is" : "are"} left out`}.`,
    withholds: "nothing",
  };
}

function gradersNote(a: ComparedRun, b: ComparedRun): ComparabilityNote | null {
  const onlyA = a.graders.filter((grader) => !has(b, grader.graderVersionId));
  const onlyB = b.graders.filter((grader) => !has(a, grader.graderVersionId));
  if (onlyA.length + onlyB.length === 0) return null;
  const decides = [...onlyA, ...onlyB].some((grader) => grader.weight > 0);
  const list = (run: ComparedRun, graders: ComparedRun["graders"]) =>
    graders.length === 0
      ? null
      : `only run ${run.number} has ${graders.map(({ name, number }) => `${name} v${number}`).join(", ")}`;
  const differences = [list(a, onlyA), list(b, onlyB)].filter((part) => part !== null).join("; ");
  return {
    tone: decides ? "warning" : "info",
    title: "Different graders",
    text: decides
      ? `The runs were judged by different rules: ${differences}. A change of verdict may come from the graders. Look at the graders that both runs share, below.`
      : `${capitalised(differences)}. These graders do not decide whether an attempt passes, so the verdicts are comparable.`,
    withholds: decides ? "verdict" : "nothing",
  };
}

function verdictRuleNote(a: ComparedRun, b: ComparedRun): ComparabilityNote | null {
  if (sameVerdictRule(a.verdictRule, b.verdictRule)) return null;
  const words = (run: ComparedRun) =>
    `In run ${run.number} an answer passes when ${verdictRuleWords(run.verdictRule, run.graders)}`;
  return {
    tone: "warning",
    title: "Different rules for the verdict",
    text: `${words(a)}. ${words(b)}. A change of verdict may come from that. Look at the graders below, or grade one of the runs again by the rule of the other.`,
    withholds: "verdict",
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

function missingNote(run: ComparedRun, side: PairedRuns["a"]): ComparabilityNote | null {
  if (underWay.includes(run.state) || run.repetitions > 1) return null;
  const attempted = side.passed + side.failed + side.unscored + side.errored + side.ungraded;
  const missing = run.planned - attempted;
  if (missing <= 0) return null;
  return {
    tone: "warning",
    title: `Run ${run.number} is incomplete`,
    text: `It ${run.state === "cancelled" ? "was cancelled" : "ended early"}: ${missing.toLocaleString("en")} of its ${cases(run.planned)} were never attempted. They are left out of the difference.`,
    withholds: "nothing",
  };
}

/** The extremes say whether the cases that are left out could turn the result. */
function notJudgedNote({ a, b, pairs }: Compared): ComparabilityNote | null {
  const { not_judged: left, fixed, broken } = pairs.buckets;
  if (left === 0) return null;
  const all = pairedTotal(pairs.buckets) + left;
  const points = (cases: number) => signedPoints(cases / all);
  const errors = `errored: ${pairs.a.errored} in run ${a.number}, ${pairs.b.errored} in run ${b.number}; unscored: ${pairs.a.unscored} and ${pairs.b.unscored}`;
  return {
    tone: left / all > manyNotJudged ? "warning" : "info",
    title: "Errored or unscored cases",
    text: `${left.toLocaleString("en")} of ${cases(all)} in both runs ${left === 1 ? "was" : "were"} not judged in both (${errors}) and count${left === 1 ? "s" : ""} neither way. Whatever they would have been, the difference would lie between ${points(fixed - broken - left)} and ${points(fixed - broken + left)} points.`,
    withholds: "nothing",
  };
}

function repetitionsNote(a: ComparedRun, b: ComparedRun): ComparabilityNote | null {
  if (a.repetitions === 1 && b.repetitions === 1) return null;
  return {
    tone: "info",
    title: "Repeated cases",
    text: "A run answered each case several times. Only the first answer to each case is compared here.",
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
    text: "Some cases share a cluster, such as one conversation. The interval takes cases as independent and may be too narrow.",
    withholds: "nothing",
  };
}

const has = (run: ComparedRun, id: string) => run.graders.some((grader) => grader.graderVersionId === id);
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const cases = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "case" : "cases"}`;
const signedPoints = (share: number) =>
  `${share > 0 ? "+" : share < 0 ? "\u2212" : ""}${Math.abs(share * 100).toFixed(1)}`;
