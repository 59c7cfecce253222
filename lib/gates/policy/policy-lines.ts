import { moneyText } from "#lib/runs/starting/money-text.ts";
import { counted, milliseconds, percent, points } from "../evaluate/figures/words.ts";
import type { Policy } from "./policy-schema.ts";

export type PolicyLine = {
  /** What the line speaks of: equal in two policies means it is the same rule. */
  subject: string;
  /** What it asks for. */
  text: string;
};

/** What a policy asks for, a line for each rule. */
export function policyLines(policy: Policy): PolicyLine[] {
  const lines: (PolicyLine | null)[] = [
    line("Pass rate", policy.passRate, (bar) => `at least ${percent(bar)}`),
    line(
      "Regression",
      policy.regression,
      ({ margin }) => `a loss of ${points(margin).slice(1)} points is ruled out`,
    ),
    line("Critical cases", policy.critical, ({ tag }) =>
      tag === null ? "none newly fails a critical grader" : `none with the tag ${tag} newly fails`,
    ),
    ...policy.slices.map(({ dimension, value, passRate }) =>
      line(`Slice ${dimension} = ${value}`, passRate, (bar) => `at least ${percent(bar)}`),
    ),
    line("p95 latency", policy.latencyP95Ms, (bar) => `at most ${milliseconds(bar)}`),
    line("Cost of 1,000 answers", policy.costPerCaseMicroUsd, (bar) => `at most ${moneyText(1_000 * bar)}`),
    line("Without a verdict", policy.withoutVerdictShare, (bar) => `at most ${percent(bar)}`),
    line("Cases with a verdict", policy.minimumCases, (bar) => `at least ${counted(bar)}`),
  ];
  return lines.filter((one) => one !== null);
}

export type PolicyChange = { subject: string; before: string | null; after: string | null };

/** What differs between two policies; null is the policy before the first one. */
export function policyChanges(before: Policy | null, after: Policy): PolicyChange[] {
  const former = new Map(
    (before === null ? [] : policyLines(before)).map(({ subject, text }) => [subject, text]),
  );
  const lines = policyLines(after);
  const subjects = new Set(lines.map(({ subject }) => subject));
  const kept = lines.map(({ subject, text }) => ({
    subject,
    before: former.get(subject) ?? null,
    after: text,
  }));
  const gone = [...former]
    .filter(([subject]) => !subjects.has(subject))
    .map(([subject, text]) => ({ subject, before: text, after: null }));
  return [...kept, ...gone].filter((change) => change.before !== change.after);
}

function line<Bar>(subject: string, bar: Bar | null, text: (bar: Bar) => string): PolicyLine | null {
  return bar === null ? null : { subject, text: text(bar) };
}
