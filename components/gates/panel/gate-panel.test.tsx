import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { RuleOutcome } from "#lib/gates/policy/rule-outcome.ts";
import type { GateReport } from "#lib/gates/results/gate-report.ts";
import { GatePanel } from "./gate-panel.tsx";
import { ruleLink } from "./rule-link.ts";

const rule: RuleOutcome = {
  rule: "pass rate",
  slice: null,
  verdict: "pass",
  sentence: "Pass rate 95.0 % [90.0, 98.0] on 200 cases: even the lower limit reaches the bar of 85.0 %.",
  value: 0.95,
  lower: 0.9,
  upper: 0.98,
  bar: 0.85,
  unit: "fraction",
  n: 200,
  method: "Clopper-Pearson interval",
  casesNeeded: null,
};
const regression: RuleOutcome = {
  ...rule,
  rule: "regression",
  verdict: "fail",
  sentence: "A loss is proven.",
  value: -0.08,
  lower: -0.12,
  upper: -0.04,
  bar: -0.02,
};
const report: GateReport = {
  run: { id: "run-2", number: 2, datasetId: "data" },
  verdict: "fail",
  missing: null,
  exitCode: 1,
  policy: { number: 3 },
  baseline: { runId: "run-1", runNumber: 1 },
  rules: [rule, regression],
  evaluatedAt: null,
  outdated: null,
};
const panel = { history: [], isBaseline: false, canBeBaseline: true, actions: null };

test("the verdict comes first, then what stands in the way, with the way to the cases behind it", () => {
  const html = renderToStaticMarkup(<GatePanel {...panel} report={report} />);
  const places = [
    "Fails: 1 of 2 rules of policy 3 is not met.",
    "A loss is proven.",
    "/compare?runs=run-1,run-2&amp;show=regressed",
    "Pass rate 95.0",
    "/datasets/data/gate",
  ].map((text) => html.indexOf(text));
  expect(places).not.toContain(-1);
  expect([...places].sort((one, other) => one - other)).toEqual(places);
  expect(html).not.toContain("Approve as baseline");
});

test("without a policy it says what to do next", () => {
  const none: GateReport = { ...report, verdict: null, missing: "no policy", policy: null, rules: [] };
  const html = renderToStaticMarkup(<GatePanel {...panel} report={none} />);
  expect(html).toContain("This dataset has no policy");
  expect(html).toContain("Write one");
});

test("each kind of rule leads to the cases that it speaks of", () => {
  const hrefOf = (change: Partial<RuleOutcome>) =>
    ruleLink({ ...rule, verdict: "fail", ...change }, report)?.href ?? null;
  expect(hrefOf({})).toBe("/runs/run-2#cases");
  expect(hrefOf({ rule: "slice", slice: { dimension: "tag", value: "long" } })).toBe(
    "/runs/run-2?slice=tag&value=long#cases",
  );
  expect(hrefOf({ rule: "latency" })).toBe("/runs/run-2?view=all&sort=latency.desc#cases");
  expect(hrefOf({ rule: "without verdict" })).toBe("/runs/run-2?view=errored#cases");
  expect(hrefOf({ rule: "minimum cases" })).toBeNull();
  expect(ruleLink(rule, report)).toBeNull();
});
