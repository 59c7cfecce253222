import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { AuditNote } from "#lib/graders/audit/audit-note.ts";
import { AuditCard } from "./audit-card.tsx";

const note: AuditNote = {
  rule: "too-strict",
  graderId: "g",
  graderName: "Exact match",
  title: "It may be too strict",
  text: "3 of the 20 answers that it fails (15 %) pass Token F1.",
  method: "Counted in run 7",
  evidence: {
    ...{ runId: "r", runNumber: 7, view: "all" },
    failedBy: "0190a8f0-0000-7000-8000-000000000001",
  },
  examples: [{ runId: "r", runNumber: 7, key: "c-1", repetition: 1 }],
};
const card = (notes: readonly AuditNote[]) =>
  renderToStaticMarkup(
    <AuditCard title="How these graders do" description="x" notes={notes} agreements={[]} showGrader />,
  );

test("a remark names its grader, its method and the cases behind", () => {
  const html = card([note]);
  expect(html).toContain('href="/graders/g"');
  expect(html).toContain("Counted in run 7");
  expect(html).toContain('href="/runs/r?view=all&amp;case=c-1&amp;repetition=1#cases"');
  expect(html).toContain('href="/runs/r?view=all&amp;failedBy=0190a8f0-0000-7000-8000-000000000001#cases"');
});

test("without a remark it says so", () => {
  expect(card([])).toContain("Nothing looks wrong.");
});
