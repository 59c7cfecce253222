import { expect, test } from "vitest";
import { policyChanges, policyLines } from "./policy-lines.ts";
import { policySchema } from "./policy-schema.ts";

const strict = policySchema.parse({
  passRate: 0.9,
  regression: { margin: 0.02 },
  critical: { tag: "must pass" },
  slices: [{ dimension: "tag", value: "long", passRate: 0.8 }],
  latencyP95Ms: 400,
  costPerCaseMicroUsd: 1_200,
  withoutVerdictShare: 0.01,
  minimumCases: 1_000,
});

test("a line for each rule", () => {
  const text = policyLines(strict).map((line) => `${line.subject}: ${line.text}`.replaceAll("\u202f", " "));
  expect(text).toEqual([
    "Pass rate: at least 90.0 %",
    "Regression: a loss of 2.0 points is ruled out",
    "Critical cases: none with the tag must pass newly fails",
    "Slice tag = long: at least 80.0 %",
    "p95 latency: at most 400 ms",
    "Cost of 1,000 answers: at most $1.20",
    "Without a verdict: at most 1.0 %",
    "Cases with a verdict: at least 1,000",
  ]);
  expect(policyLines(policySchema.parse({}))).toEqual([]);
});

test("differences name what was added, changed and dropped", () => {
  const next = policySchema.parse({ ...strict, passRate: 0.92, slices: [], latencyP95Ms: null });
  const changes = policyChanges(strict, next);
  expect(changes.map(({ subject }) => subject)).toEqual(["Pass rate", "Slice tag = long", "p95 latency"]);
  expect(changes[1]).toMatchObject({ after: null });
  expect(policyChanges(null, strict)).toHaveLength(8);
  expect(policyChanges(strict, strict)).toEqual([]);
});
