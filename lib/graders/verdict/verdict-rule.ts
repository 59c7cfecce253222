/**
 * How the grades of one attempt become its verdict: every grader that counts passes it, one is enough, or the weighted mean of the scores
 * is at least a threshold in 0..1. Critical graders must pass under every rule.
 */
export type VerdictRule = { kind: "all" } | { kind: "any" } | { kind: "weighted"; threshold: number };

export const defaultVerdictRule: VerdictRule = { kind: "all" };

/** Where a mean of scores usually starts to be good enough; a suggestion of the forms. */
export const usualMeanThreshold = 0.7;

export function sameVerdictRule(one: VerdictRule, other: VerdictRule): boolean {
  if (one.kind === "weighted" && other.kind === "weighted") return one.threshold === other.threshold;
  return one.kind === other.kind;
}

/** What keeps a rule that is being typed from being used, as a sentence; null when nothing does. */
export function verdictRuleProblem(rule: VerdictRule): string | null {
  if (rule.kind !== "weighted" || (rule.threshold >= 0 && rule.threshold <= 1)) return null;
  return "Enter a mean score from 0 to 1.";
}
