import fc from "fast-check";
import { expect, test } from "vitest";
import { policySchema } from "../policy/policy-schema.ts";
import { type HandCase, handEvidence } from "../testing/columns.ts";
import { evaluatePolicy } from "./evaluate-policy.ts";

const letter = fc.constantFrom("p", "p", "p", "p", "f", "e", "u", "-");
const cases = fc.integer({ min: 1, max: 2 }).chain((repetitions) =>
  fc.array(
    fc.record({
      verdicts: fc
        .array(letter, { minLength: repetitions, maxLength: repetitions })
        .map((all) => all.join("")),
      before: fc.array(letter, { minLength: repetitions, maxLength: repetitions }).map((all) => all.join("")),
      tags: fc.subarray(["a", "b"]),
      latencyMs: fc.integer({ min: 100, max: 900 }),
      costMicroUsd: fc.integer({ min: 0, max: 900 }),
      cluster: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 60 },
  ),
);
type Drawn = HandCase & { before: string };

/** The bars, from lax (0) to strict (1). */
const policyAt = (strictness: number) =>
  policySchema.parse({
    passRate: strictness,
    regression: { margin: 0.5 - 0.49 * strictness },
    critical: { tag: "a" },
    slices: ["a", "b"].map((value) => ({ dimension: "tag", value, passRate: strictness })),
    latencyP95Ms: 1_000 - 950 * strictness,
    costPerCaseMicroUsd: 1_000 - 950 * strictness,
    withoutVerdictShare: 1 - strictness,
    minimumCases: 1 + Math.floor(strictness * 100),
  });

function verdicts(drawn: readonly Drawn[], strictness = 0.7): string[] {
  const baseline = drawn.map(({ before, ...one }) => ({ ...one, verdicts: before }));
  return evaluatePolicy(policyAt(strictness), handEvidence(drawn, { baseline })).map(
    ({ verdict }) => verdict,
  );
}

const rank = ["fail", "not enough evidence", "pass"];
const settings = { numRuns: 60 };

test("a stricter bar never makes a verdict better", () => {
  const bars = fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(cases, bars, (drawn, [one, other]) => {
      const lax = verdicts(drawn, Math.min(one, other));
      verdicts(drawn, Math.max(one, other)).forEach((verdict, at) => {
        expect(rank.indexOf(verdict)).toBeLessThanOrEqual(rank.indexOf(lax[at] ?? ""));
      });
    }),
    settings,
  );
});

test("the order of cases does not matter", () => {
  const withOrder = cases.chain((drawn) =>
    fc.tuple(fc.constant(drawn), fc.shuffledSubarray(drawn, { minLength: drawn.length })),
  );
  fc.assert(
    fc.property(withOrder, ([drawn, shuffled]) => {
      expect(verdicts(shuffled)).toEqual(verdicts(drawn));
    }),
    settings,
  );
});

test("more evidence of the same kind never turns pass into not enough", () => {
  fc.assert(
    fc.property(
      cases,
      fc.integer({ min: 2, max: 4 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (drawn, times, strictness) => {
        const more = Array.from({ length: times }, (_, copy) =>
          drawn.map((one) => ({
            ...one,
            // New cases of the same kind come in new groups.
            ...(one.cluster === undefined ? {} : { cluster: one.cluster + copy * 100 }),
          })),
        ).flat();
        const before = verdicts(drawn, strictness);
        verdicts(more, strictness).forEach((verdict, at) => {
          if (before[at] === "pass") expect(verdict).toBe("pass");
        });
      },
    ),
    settings,
  );
});

test("every sentence is one to read, with finite figures", () => {
  fc.assert(
    fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), (drawn, strictness) => {
      const baseline = drawn.map(({ before, ...one }) => ({ ...one, verdicts: before }));
      for (const rule of evaluatePolicy(policyAt(strictness), handEvidence(drawn, { baseline }))) {
        expect(rule.sentence).toMatch(/^[A-Z0-9+\u2212][\s\S]*\.$/);
        expect(rule.sentence).not.toMatch(/NaN|Infinity|undefined|null/);
        for (const figure of [rule.value, rule.lower, rule.upper, rule.casesNeeded]) {
          expect(figure === null || Number.isFinite(figure)).toBe(true);
        }
      }
    }),
    settings,
  );
});
