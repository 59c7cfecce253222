import type { RuleOutcome } from "#lib/gates/policy/rule-outcome.ts";
import { gateSentence, ruleName, worstFirst } from "#lib/gates/policy/verdict-words.ts";
import type { GateAnswer, RunAnswer } from "../api/answers.ts";

const markWidth = "not enough evidence".length;

/** The verdict first, then every rule with its figures, what stands in the way before what does not. */
export function gateText(report: GateAnswer, run: RunAnswer, address: string): string {
  const { verdict, rules, policy, baseline } = report;
  const { model, dataset, datasetVersion } = run;
  const sentence = verdict === null || policy === null ? "" : gateSentence(verdict, rules, policy.number);
  const against = baseline === null ? "" : `, against run ${baseline.runNumber}, the approved baseline`;
  return [
    `Run ${run.number}: ${model.modelName} v${model.number} on ${dataset.name} v${datasetVersion.number}${against}`,
    sentence,
    "",
    ...worstFirst(rules).map(ruleLine),
    "",
    address,
  ].join("\n");
}

function ruleLine(rule: RuleOutcome): string {
  const method = rule.method === null ? "" : ` (${rule.method}, 95 %)`;
  const name = ruleName(rule);
  const said = rule.sentence.startsWith(name) ? rule.sentence : `${name}: ${rule.sentence}`;
  return `${rule.verdict.padEnd(markWidth)}  ${said}${method}`;
}

/** Why there is no verdict, and what to do about it. */
export function withoutVerdict(report: GateAnswer, run: RunAnswer, policyAddress: string): string {
  const { name } = run.dataset;
  switch (report.missing) {
    case "no policy":
      return `The dataset "${name}" has no policy, so no rule says what a run must meet. Write one at ${policyAddress}, or with: touchstone policy --dataset ${shellWord(name)} --set policy.json`;
    case "under way":
      return `Run ${run.number} is under way. Give --wait to wait for its end.`;
    case "no scorecard":
      return `Run ${run.number} ended without a scorecard, so there is nothing to measure.`;
    default:
      return `Run ${run.number} has not been measured by its policy. A key with the role editor does it now.`;
  }
}

const changed = {
  policy: "The policy has a newer version than the one that this verdict is by.",
  baseline: "Another baseline has been approved since this verdict.",
  grades: "The run has been graded again since this verdict.",
} as const;

export function outdatedNote(outdated: NonNullable<GateAnswer["outdated"]>): string {
  return `${changed[outdated]} A key with the role editor measures the run anew.`;
}

/** As a shell reads it back: a name may hold what a shell would run, and people paste. */
function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
