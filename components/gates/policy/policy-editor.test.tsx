import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { policySchema } from "#lib/gates/policy/policy-schema.ts";
import type { RuleOutcome } from "#lib/gates/policy/rule-outcome.ts";
import type { PreviewedRun } from "#lib/gates/preview/previewed-run.ts";
import { PolicyEditor } from "./policy-editor.tsx";
import { PreviewCard } from "./preview-card.tsx";

const slices = [{ dimension: "tag", value: "long", cases: 40 }];

test("the form opens with the policy in force, and who may only look can try it and not save it", () => {
  const policy = policySchema.parse({
    passRate: 0.925,
    slices: [{ dimension: "tag", value: "long", passRate: 0.8 }],
  });
  const html = renderToStaticMarkup(
    <PolicyEditor datasetId="data" inForce={{ number: 4, policy }} slices={slices} save={null} />,
  );
  expect(html).toContain("Policy 4");
  expect(html).toContain('value="92.5"');
  expect(html).toContain('aria-label="Floor of tag = long, in %"');
  expect(html).not.toContain("Save as policy");
});

test("the preview names what stands in the way of each run", () => {
  const rule: RuleOutcome = {
    rule: "pass rate",
    slice: null,
    verdict: "fail",
    sentence: "Even the upper limit is below the bar.",
    value: 0.5,
    lower: 0.4,
    upper: 0.6,
    bar: 0.9,
    unit: "fraction",
    n: 100,
    method: "Clopper-Pearson interval",
    casesNeeded: null,
  };
  const runs: PreviewedRun[] = [
    { run: { id: "r2", number: 2 }, model: "big v1", finishedAt: null, verdict: "fail", rules: [rule] },
    { run: { id: "r1", number: 1 }, model: "small v1", finishedAt: null, verdict: null, rules: [] },
  ];
  const html = renderToStaticMarkup(<PreviewCard preview={{ runs, waiting: false, error: null }} readable />);
  expect(html).toContain("Even the upper limit is below the bar.");
  expect(html).toContain("no rule");
  expect(html).toContain('href="/runs/r2"');
});
