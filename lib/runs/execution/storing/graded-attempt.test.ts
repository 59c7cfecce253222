import { expect, test } from "vitest";
import { gradeColumns } from "./graded-attempt.ts";

test("nothing that PostgreSQL refuses is in what is stored of a grade", () => {
  const hostile = {
    caseId: "00000000-0000-7000-8000-000000000000",
    repetition: 1,
    graderVersionId: "00000000-0000-7000-8000-000000000001",
    status: "scored" as const,
    score: 1,
    passed: true,
    reason: "a\0 \ud800",
    detail: { "a\0": ["x\udc00", { "\ud800": "y\0" }] },
  };
  const stored = JSON.stringify(gradeColumns.map(([, , value]) => value(hostile)));
  expect(stored).toContain("a\uFFFD \uFFFD");
  expect(stored).not.toMatch(/\\u0000|\\ud8|\\udc/);
});
