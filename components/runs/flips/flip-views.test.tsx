import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { PreviewedGrader } from "#lib/runs/control/grading/preview/describe-preview.ts";
import { type Flip, noFlips } from "#lib/runs/control/grading/preview/flip.ts";
import { FlipList } from "./flip-list.tsx";
import { FlipTable } from "./flip-table.tsx";
import { OutsideGraders } from "./outside-graders.tsx";

const exact: PreviewedGrader = {
  ...{ graderId: "g", name: "Exact match", number: 1, newNumber: 3, execution: "inline" },
  ...{ callsPerAnswer: 0, meanMicroUsd: null },
};
const judge: PreviewedGrader = {
  ...{ ...exact, graderId: "j", name: "Judge", execution: "remote" },
  ...{ callsPerAnswer: 1, meanMicroUsd: 1_000 },
};
const flip: Flip = {
  ...{ key: "c 7&8", caseId: "id", repetition: 2, graderId: "g", kind: "passedToFailed" },
  ...{ before: "passed", after: "failed", reason: "Expected <b>x</b>." },
};

test("each grader is listed with its versions and its counts", () => {
  const counts = { g: { ...noFlips, same: 1_200, passedToFailed: 12 } };
  const html = renderToStaticMarkup(<FlipTable caption="Changes" graders={[exact]} counts={counts} />);
  expect(html).toContain("v1 → v3");
  expect(html).toContain(">12<");
  expect(html).toContain(">1,200<");
});

test("a case leads to its attempt, and its reason is text", () => {
  const html = renderToStaticMarkup(<FlipList runId="r" graders={[exact]} flips={[flip]} />);
  expect(html).toContain('href="/runs/r?view=all&amp;case=c+7%268&amp;repetition=2#cases"');
  expect(html).toContain("Exact match: passed to failed");
  expect(html).toContain("Expected &lt;b&gt;x&lt;/b&gt;.");
});

test("a judge says what it would cost before it is asked", () => {
  const plan = { runNumber: 7, graders: [judge], answers: 100, lookedAt: 100, sampleSize: 20 };
  const html = renderToStaticMarkup(
    <OutsideGraders
      runId="r"
      plan={plan}
      graders={[judge]}
      sample={null}
      sampling={false}
      onSample={() => undefined}
    />,
  );
  expect(html).toContain("100 calls for 100 answers");
  expect(html).toContain("Try it on 20 answers");
});
