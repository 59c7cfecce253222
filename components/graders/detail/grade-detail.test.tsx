import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { GradeDetail } from "./grade-detail.tsx";

const table = (rows: (string | null)[][]) => ({
  columns: ["name"],
  rows,
  totalRows: rows.length,
  totalColumns: 1,
});

test("shows both results, marks what differs, and escapes what the answer says", () => {
  const detail = { tables: { expected: table([["Ada"], [null]]), actual: table([["Ada"], ["<b>x</b>"]]) } };
  const html = renderToStaticMarkup(<GradeDetail detail={detail} />);
  expect(html).toContain("&lt;b&gt;x&lt;/b&gt;");
  expect(html.match(/missing: /g)).toHaveLength(1);
  expect(html.match(/not expected: /g)).toHaveLength(1);
  expect(html).toContain("NULL");
});

test("says so when the answer gave no result", () => {
  const html = renderToStaticMarkup(
    <GradeDetail detail={{ tables: { expected: table([]), actual: null } }} />,
  );
  expect(html).toContain("gave no result");
  expect(html).toContain("No rows.");
});

test("lists tests and what was printed", () => {
  const tests = [{ name: "adds", passed: false, message: "expected 5 and got 1" }];
  const html = renderToStaticMarkup(<GradeDetail detail={{ tests, console: ["a <i>"] }} />);
  expect(html).toContain("expected 5 and got 1");
  expect(html).toContain("a &lt;i&gt;");
});

test.each([undefined, null, "x", { other: 1 }, { tests: [1] }, { tables: { expected: 1 } }])(
  "shows nothing for %j",
  (detail) => {
    expect(renderToStaticMarkup(<GradeDetail detail={detail} />)).toBe("");
  },
);
