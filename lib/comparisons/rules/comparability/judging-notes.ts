import { sameVerdictRule, type VerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import { verdictRuleWords } from "#lib/graders/verdict/verdict-rule-words.ts";
import type { ComparedGrader, ComparedRun } from "../../compared-run.ts";
import type { ComparabilityNote } from "./comparability-note.ts";
import type { RunFacts } from "./run-facts.ts";

type Judged = { run: ComparedRun; facts: Pick<RunFacts, "follows"> };

export function gradersNote(a: ComparedRun, b: ComparedRun): ComparabilityNote | null {
  const onlyA = a.graders.filter((grader) => !has(b, grader.graderVersionId));
  const onlyB = b.graders.filter((grader) => !has(a, grader.graderVersionId));
  if (onlyA.length + onlyB.length === 0) return null;
  const decides = [...onlyA, ...onlyB].some((grader) => grader.weight > 0);
  const list = (run: ComparedRun, graders: readonly ComparedGrader[]) =>
    graders.length === 0
      ? null
      : `only run ${run.number} has ${graders.map(({ name, number }) => `${name} v${number}`).join(", ")}`;
  const differences = [list(a, onlyA), list(b, onlyB)].filter((part) => part !== null).join("; ");
  return {
    tone: decides ? "warning" : "info",
    title: "Different graders",
    text: decides
      ? `The runs were judged by different graders: ${differences}. A change of verdict may come from that. Compare by a grader that both runs share, or grade one of the runs again.`
      : `${capitalised(differences)}. These graders do not decide whether an attempt passes, so the verdicts are comparable.`,
    withholds: decides ? "verdict" : "nothing",
  };
}

export function verdictRuleNote(a: Judged, b: Judged): ComparabilityNote | null {
  if (sameVerdictRule(a.run.verdictRule, b.run.verdictRule) || sameInEffect(a, b)) return null;
  const words = ({ run }: Judged) =>
    `In run ${run.number} an answer passes when ${verdictRuleWords(run.verdictRule, run.graders)}`;
  return {
    tone: "warning",
    title: "Different rules for the verdict",
    text: `${words(a)}. ${words(b)}. A change of verdict may come from that. Compare by a grader that both runs share, or grade one of the runs again by the rule of the other.`,
    withholds: "verdict",
  };
}

/** Where one and the same grader alone decided every verdict of both runs, their rules differ in words only. */
function sameInEffect(a: Judged, b: Judged): boolean {
  const [one, ...othersOfA] = counting(a.run);
  const [other, ...othersOfB] = counting(b.run);
  if (one === undefined || other?.graderVersionId !== one.graderVersionId) return false;
  if (othersOfA.length + othersOfB.length === 0) {
    return (isOfVerdicts(a.run.verdictRule) && isOfVerdicts(b.run.verdictRule)) || bothFollow(a, b, one);
  }
  const isCritical = [...counting(a.run), ...counting(b.run)].every(({ critical }) => critical);
  return isCritical && isOfVerdicts(a.run.verdictRule) && isOfVerdicts(b.run.verdictRule);
}

const bothFollow = (a: Judged, b: Judged, { graderVersionId }: ComparedGrader) =>
  a.facts.follows(graderVersionId) && b.facts.follows(graderVersionId);

/** With one grader, or critical ones only, "every" and "at least one" are the same. */
const isOfVerdicts = ({ kind }: VerdictRule) => kind === "all" || kind === "any";
const counting = (run: ComparedRun) => run.graders.filter(({ weight }) => weight > 0);
const has = (run: ComparedRun, id: string) => run.graders.some((grader) => grader.graderVersionId === id);
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
