import type { RunPins } from "../trend-run.ts";

/**
 * In what way two runs were judged by different rules, in words, or null where a change of verdict cannot come from that. With a grader
 * only its own version matters; else every grader that has a say, and the rule by which grades become a verdict.
 */
export function judgingChange(before: RunPins, after: RunPins, graderId: string | null): string | null {
  const counts = (grader: RunPins["graders"][number]) =>
    graderId === null ? grader.decides : grader.graderId === graderId;
  const [first, second] = [before.graders.filter(counts), after.graders.filter(counts)];
  const missing = (from: RunPins["graders"], other: RunPins["graders"]) =>
    from.filter((grader) => !other.some((one) => one.versionId === grader.versionId));
  const [gone, added] = [missing(first, second), missing(second, first)];
  if (gone.length + added.length > 0) {
    return `by ${namesOf(gone)} before and ${namesOf(added)} now`;
  }
  const rulesMatter = graderId === null && second.length > 1;
  return rulesMatter && before.verdictRule !== after.verdictRule
    ? "with another rule by which grades become a verdict"
    : null;
}

function namesOf(graders: RunPins["graders"]): string {
  if (graders.length === 0) return "no such grader";
  return graders.map(({ name, number }) => `${name} v${number}`).join(", ");
}
