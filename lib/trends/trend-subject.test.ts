import fc from "fast-check";
import { expect, test } from "vitest";
import { formatSubject, parseSubject, subjectFor, type TrendSubject } from "./trend-subject.ts";

test("an address gives the subject back", () => {
  const text = fc.string({ minLength: 1, unit: "grapheme" });
  const subjects: fc.Arbitrary<TrendSubject> = fc.oneof(
    fc.constant({ kind: "whole" as const }),
    fc.constant({ kind: "graders" as const }),
    text.map((graderId) => ({ kind: "grader" as const, graderId })),
    text.map((dimension) => ({ kind: "slices" as const, dimension })),
    fc.tuple(text, text).map(([dimension, value]) => ({ kind: "slice" as const, dimension, value })),
  );
  fc.assert(
    fc.property(subjects, (subject) => {
      expect(parseSubject(formatSubject(subject))).toEqual(subject);
    }),
  );
});

test.each(["", "slice:", "slice:tag", "slice:=x", "nonsense", "grader:"])("%j is the whole run", (text) => {
  expect(parseSubject(text)).toEqual({ kind: "whole" });
});

test.each([
  ["pass-rate", { kind: "slices", dimension: "tag" }, { kind: "slices", dimension: "tag" }],
  ["mean-score", { kind: "whole" }, { kind: "graders" }],
  ["mean-score", { kind: "grader", graderId: "g" }, { kind: "grader", graderId: "g" }],
  ["cost-per-case", { kind: "graders" }, { kind: "whole" }],
] as const)("%s of %j is of %j", (metric, subject, expected) => {
  expect(subjectFor(metric, subject)).toEqual(expected);
});
