import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { GraderAgreement } from "#lib/graders/audit/grader-agreements.ts";
import { labelAgreement } from "#lib/graders/audit/label-agreement.ts";
import { AgreementTable } from "./agreement-table.tsx";

function agreementOf(counts: [number, number, number, number], changes: Partial<GraderAgreement> = {}) {
  const [bothPassed, graderOnly, humanOnly, bothFailed] = counts;
  const total = bothPassed + graderOnly + humanOnly + bothFailed;
  const found = labelAgreement({
    ...{ grader: "v", bothPassed, graderOnly, humanOnly, bothFailed },
    ...{ undecided: 0, cases: total, examples: [] },
  });
  if (found === null) throw new Error("There are no labels.");
  return { ...found, graderId: "g", graderName: "Exact match", number: 2, ...changes };
}
const table = (agreements: readonly GraderAgreement[]) =>
  renderToStaticMarkup(<AgreementTable agreements={agreements} showGrader />);

test("agreement and kappa stand with their intervals", () => {
  // By hand: observed 0.7, by chance 0.5, so kappa 0.4.
  const html = table([agreementOf([20, 5, 10, 15])]);
  expect(html).toContain("Exact match");
  expect(html).toContain("70.0");
  expect(html).toContain("0.40");
  expect(html).toMatch(/\[0\.1\d, 0\.6\d\]/);
  expect(html).not.toContain("too narrow");
});

test("too few labels say how many more it takes, and one verdict alone has no kappa", () => {
  expect(table([agreementOf([5, 1, 1, 5])])).toContain("cannot tell yet: about 8 more labels");
  expect(table([agreementOf([30, 0, 0, 0])])).toContain("only one verdict occurs");
});

test("what the intervals do not cover is said", () => {
  const html = table([agreementOf([20, 5, 10, 15], { hasRepeatedCases: true, undecided: 1 })]);
  expect(html).toContain("a little too narrow");
  expect(html).toContain("of two minds about 1 answer, left out here");
});
