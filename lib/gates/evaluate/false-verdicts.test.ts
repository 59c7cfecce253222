import { expect, test } from "vitest";
import { seededRandom } from "#lib/stats/random/seeded-random.ts";
import { policySchema } from "../policy/policy-schema.ts";
import { type HandCase, handEvidence } from "../testing/columns.ts";
import { evaluatePolicy } from "./evaluate-policy.ts";

const trials = 200;
/** Three standard errors of a share of 5 % among so many trials. */
const doubt = 3 * Math.sqrt((0.05 * 0.95) / trials);

test("twenty slices exactly on their floors: in at most 5 % of trials any of them gets a verdict", () => {
  const random = shares(20_261_121);
  const floors = Array.from({ length: 20 }, (_, at) => ({
    dimension: "tag",
    value: `slice ${at}`,
    passRate: 0.8,
  }));
  const policy = policySchema.parse({ slices: floors });
  let wrong = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const cases = Array.from({ length: 600 }, (_, at): HandCase => {
      const slice = `slice ${at % 20}`;
      return { verdicts: random() < 0.8 ? "p" : "f", tags: [slice] };
    });
    const verdicts = evaluatePolicy(policy, handEvidence(cases)).map(({ verdict }) => verdict);
    if (verdicts.some((verdict) => verdict !== "not enough evidence")) wrong += 1;
  }
  expect(wrong / trials).toBeLessThanOrEqual(0.05 + doubt);
});

test("a true loss as large as the margin: the rule is met in at most 5 % of trials", () => {
  const random = shares(5);
  const policy = policySchema.parse({ regression: { margin: 0.05 } });
  let met = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    // 10 % of cases get worse and 5 % better, so the true difference is the margin.
    const pairs = Array.from({ length: 300 }, () => {
      const place = random();
      return place < 0.1 ? "pf" : place < 0.15 ? "fp" : place < 0.75 ? "pp" : "ff";
    });
    const side = (at: number) => pairs.map((pair): HandCase => ({ verdicts: pair.charAt(at) }));
    const [rule] = evaluatePolicy(policy, handEvidence(side(1), { baseline: side(0) }));
    if (rule?.verdict === "pass") met += 1;
  }
  expect(met / trials).toBeLessThanOrEqual(0.05 + doubt);
  expect(met).toBeGreaterThan(0);
});

function shares(seed: number): () => number {
  const { below } = seededRandom(seed);
  return () => below(1_000_000) / 1_000_000;
}
