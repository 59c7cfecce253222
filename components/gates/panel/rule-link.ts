import { compareHref } from "#components/comparisons/compare-href.ts";
import type { RuleOutcome } from "#lib/gates/policy/rule-outcome.ts";
import type { GateReport } from "#lib/gates/results/gate-report.ts";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";

export type RuleLink = { href: string; text: string };

/** Where the cases behind a rule that is not met are listed; null where no list shows them. */
export function ruleLink(
  { rule, slice, verdict }: Pick<RuleOutcome, "rule" | "slice" | "verdict">,
  { run, baseline }: Pick<GateReport, "run" | "baseline">,
): RuleLink | null {
  if (verdict === "pass") return null;
  switch (rule) {
    case "regression":
    case "critical cases":
      return (
        baseline && {
          href: compareHref([baseline.runId, run.id], { show: "regressed" }),
          text: "See what got worse",
        }
      );
    case "pass rate":
      return { href: runCasesHref(run.id, { view: "failed" }), text: "See failed cases" };
    case "slice":
      return (
        slice && {
          href: runCasesHref(run.id, { view: "failed", slice: slice.dimension, value: slice.value }),
          text: "See failed cases",
        }
      );
    case "latency":
      return slowest(run.id, "latency", "See the slowest answers");
    case "cost":
      return slowest(run.id, "cost", "See the dearest answers");
    case "without verdict":
      return { href: runCasesHref(run.id, { view: "errored" }), text: "See errored cases" };
    case "minimum cases":
      return null;
  }
}

function slowest(runId: string, sort: "latency" | "cost", text: string): RuleLink {
  return { href: runCasesHref(runId, { view: "all", sort, direction: "descending" }), text };
}
