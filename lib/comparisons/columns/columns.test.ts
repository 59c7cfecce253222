import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outcomeCodes } from "#lib/outcomes/run-outcomes.ts";
import { buckets, pairedTotal } from "../rules/bucket.ts";
import { stateOf } from "../rules/case-state.ts";
import { sideOf } from "../testing/columns-of.ts";
import { pairAgreements } from "./agreement.ts";
import { alignColumns } from "./align-columns.ts";
import { bucketColumn, differenceWithLosses } from "./bucket-column.ts";
import { caseColumn } from "./case-column.ts";
import { worstFirst } from "./case-order.ts";
import { nobodyAlone, soleRightColumn } from "./sole-right.ts";

const { passed, failed, unscored, errored, missing } = outcomeCodes;
const code = fc.constantFrom(missing, passed, failed, unscored, errored);
const runs = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 40 }))
  .chain(([repetitions, cases]) =>
    fc.record({
      repetitions: fc.constant(repetitions),
      first: fc.array(code, { minLength: cases * repetitions, maxLength: cases * repetitions }),
      second: fc.array(code, { minLength: cases * repetitions, maxLength: cases * repetitions }),
      changed: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }).map((all) => new Set(all)),
      order: fc.shuffledSubarray(
        Array.from({ length: cases }, (_, index) => index),
        { minLength: cases, maxLength: cases },
      ),
    }),
  );
type Runs = typeof runs extends fc.Arbitrary<infer One> ? One : never;

const compare = (
  one: readonly number[],
  other: readonly number[],
  { repetitions, changed }: Pick<Runs, "repetitions" | "changed">,
) => {
  const aligned = alignColumns(
    [one, other].map((verdicts) => caseColumn(sideOf({ verdicts, repetitions }).outcomes)),
  );
  return { aligned, ...bucketColumn(aligned, { baseline: 0, candidate: 1, changed }) };
};

describe("a case over its repetitions", () => {
  test.each([
    [[passed, passed], "passed", 1],
    [[passed, failed], "mixed", 0.5],
    [[failed, errored], "failed", 0],
    [[errored, missing], "errored", Number.NaN],
    [[unscored, missing], "unscored", Number.NaN],
    [[missing, missing], "missing", Number.NaN],
  ])("%j is %s", (verdicts, state, rate) => {
    const column = caseColumn(sideOf({ verdicts, repetitions: 2 }).outcomes);
    expect(stateOf(column.states[0])).toBe(state);
    expect(column.rates[0]).toBe(rate);
  });

  test("by one grader, an attempt that errored is errored and not missing", () => {
    const { outcomes } = sideOf({
      verdicts: [errored, passed],
      graders: [{ verdicts: [missing, failed] }],
    });
    expect([...caseColumn(outcomes, "g1 v1").states].map(stateOf)).toEqual(["errored", "failed"]);
    expect([...caseColumn(outcomes, "another").states].map(stateOf)).toEqual(["missing", "missing"]);
  });
});

test("runs are matched by case number; what one of them does not plan is absent there", () => {
  const aligned = alignColumns([
    caseColumn(sideOf({ verdicts: [passed, failed], caseNumbers: [3, 9] }).outcomes),
    caseColumn(sideOf({ verdicts: [failed, passed], caseNumbers: [2, 9] }).outcomes),
  ]);
  expect([...aligned.caseNumbers]).toEqual([2, 3, 9]);
  expect(aligned.runs.map((run) => [...run.states].map(stateOf))).toEqual([
    ["absent", "passed", "failed"],
    ["failed", "absent", "passed"],
  ]);
});

test("every case is in exactly one bucket, whatever the order of the cases", () => {
  fc.assert(
    fc.property(runs, ({ first, second, repetitions, order }) => {
      const none = { repetitions, changed: new Set<number>() };
      const { counts, aligned } = compare(first, second, none);
      expect(buckets.reduce((sum, bucket) => sum + counts[bucket], 0)).toBe(aligned.caseNumbers.length);
      const reordered = (codes: readonly number[]) =>
        order.flatMap((place) => codes.slice(place * repetitions, (place + 1) * repetitions));
      expect(compare(reordered(first), reordered(second), none).counts).toEqual(counts);
    }),
  );
});

test("swapping baseline and candidate mirrors buckets and difference", () => {
  fc.assert(
    fc.property(runs, ({ first, second, ...common }) => {
      const there = compare(first, second, common);
      const back = compare(second, first, common);
      const { regressed, fixed, ...rest } = there.counts;
      expect(back.counts).toEqual({ ...rest, regressed: fixed, fixed: regressed });
      const places = { baseline: 0, candidate: 1 };
      const lost = differenceWithLosses(there.aligned, there, places);
      const lostBack = differenceWithLosses(back.aligned, back, places);
      expect(lostBack ?? 0).toBeCloseTo(-(lost ?? 0), 12);
    }),
  );
});

test("what got worse comes first: critical, then the largest loss; what was fixed comes last", () => {
  const first = [
    passed,
    passed,
    passed,
    passed,
    failed,
    passed,
    passed,
    failed,
    failed,
    errored,
    errored,
    errored,
  ];
  const second = [
    passed,
    passed,
    passed,
    failed,
    passed,
    passed,
    failed,
    failed,
    failed,
    failed,
    passed,
    passed,
  ];
  const { aligned, codes } = compare(first, second, { repetitions: 2, changed: new Set() });
  const [baseline, candidate] = aligned.runs;
  if (baseline === undefined || candidate === undefined) throw new Error("Two runs were aligned.");
  const places = Int32Array.from(aligned.caseNumbers, (_, place) => place);
  const by = { codes, baseline, candidate };
  const none = new Uint8Array(places.length);
  // Two that lost a half, one without a verdict in the baseline, one that fails in both, one that passes in both, one fixed.
  expect([...worstFirst(places, { ...by, critical: none })]).toEqual([1, 3, 5, 4, 0, 2]);
  const critical = Uint8Array.from([0, 0, 0, 1, 0, 0]);
  expect(worstFirst(places, { ...by, critical })[0]).toBe(3);
});

test("alone right: exactly one run passes, and all have a verdict", () => {
  const aligned = alignColumns(
    [
      [passed, passed, failed, passed],
      [failed, passed, failed, failed],
      [failed, failed, passed, errored],
    ].map((verdicts) => caseColumn(sideOf({ verdicts }).outcomes)),
  );
  expect([...soleRightColumn(aligned, new Set())]).toEqual([0, nobodyAlone, 2, nobodyAlone]);
  expect(soleRightColumn(aligned, new Set([1]))[0]).toBe(nobodyAlone);
});

test("agreement counts cases with a verdict in both, and is the same from either side", () => {
  fc.assert(
    fc.property(runs, ({ first, second, ...common }) => {
      const there = pairAgreements(compare(first, second, common).aligned, common.changed)[0];
      const back = pairAgreements(compare(second, first, common).aligned, common.changed)[0];
      expect(back?.n).toBe(there?.n);
      expect(back?.share).toEqual(there?.share);
      expect(back?.kappa?.estimate ?? 0).toBeCloseTo(there?.kappa?.estimate ?? 0, 12);
      const { counts } = compare(first, second, common);
      expect(there?.n ?? 0).toBe(pairedTotal(counts));
    }),
  );
});
