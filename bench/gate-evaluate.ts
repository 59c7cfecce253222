import { evaluatePolicy } from "#lib/gates/evaluate/evaluate-policy.ts";
import { policySchema } from "#lib/gates/policy/policy-schema.ts";
import { type HandCase, handEvidence } from "#lib/gates/testing/columns.ts";
import { measure } from "./measure.ts";

const slices = 20;

/** Every tenth case fails, every eleventh in the baseline; twenty slices of equal size. */
function runOf(every: number): HandCase[] {
  return Array.from({ length: 100_000 }, (_, at) => ({
    verdicts: at % every === 0 ? "f" : "p",
    tags: [`slice ${at % slices}`],
    latencyMs: 100 + ((at * 7_919) % 900),
    costMicroUsd: at % 50,
  }));
}

const evidence = handEvidence(runOf(10), { baseline: runOf(11) });
const policy = policySchema.parse({
  passRate: 0.88,
  regression: { margin: 0.02 },
  critical: { tag: "slice 1" },
  slices: Array.from({ length: slices }, (_, at) => ({
    dimension: "tag",
    value: `slice ${at}`,
    passRate: 0.8,
  })),
  latencyP95Ms: 900,
  costPerCaseMicroUsd: 40,
  withoutVerdictShare: 0.01,
  minimumCases: 100,
});
console.log("A run of 100,000 attempts against a baseline of as many:");
await measure("all eight kinds of rules, twenty slices", async () => evaluatePolicy(policy, evidence));
