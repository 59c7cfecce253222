import { expect, test } from "vitest";
import { gradeWith } from "../../testing/grade-with.ts";

test.each([
  ["one element", "<a/>"],
  [
    "a declaration, a comment and a document type",
    '<?xml version="1.0"?><!-- c --><!DOCTYPE a [<!ELEMENT a ANY>]><a>&own;</a>',
  ],
  ["attributes in both marks", `<a x="1" y='2' x:z="&amp;&#65;&#x42;"> text </a>`],
  ["CDATA", "<a><![CDATA[ <b> & ]]></a>"],
  ["an instruction inside", "<a><?php echo 1 ?></a>"],
  ["names of other scripts", "<größe><寸法/></größe>"],
  ["a byte order mark", "\ufeff<a></a>"],
])("well-formed XML: %s", (_name, output) => {
  expect(gradeWith("xml-validity", {}, { output })).toMatchObject({ status: "scored", score: 1 });
});

test.each([
  ["", /empty/],
  ["just text", /text outside the outermost element/],
  ["<a>", /<a> is never closed \(line 1, column 4\)/],
  ["<a><b></a></b>", /<\/a> stands where <b> has to be closed \(line 1, column 7\)/],
  ["<a/>\n<b/>", /second outermost element \(line 2, column 1\)/],
  ["</a>", /never opened/],
  ["<a x=1/>", /not in quotation marks/],
  ["<a x/>", /no value/],
  ['<a x="1" x="2"/>', /“x” stands twice/],
  ['<a x="1"y="2"/>', /no attribute/],
  ['<a x="<"/>', /“<” stands in the value/],
  ["<a>1 & 2</a>", /&amp;/],
  ["<a>&nbsp;</a>", /&nbsp; is not declared/],
  ["<a>1 < 2</a>", /&lt;/],
  ["<a>]]></a>", /stands in text/],
  ["<!-- a -- b --><a/>", /stands in a comment/],
  ["<a>&#xD800;</a>", /no character/],
  ["<a>\u0001</a>", /XML forbids/],
  [' <a/><?xml version="1.0"?>', /declaration/],
  ["<a", /not closed|no attribute/],
  ["<a><![CDATA[ </a>", /CDATA section is never closed/],
  ["Sure:\n```xml\n<a/>\n```", /text outside/],
])("XML that is not well-formed: %j", (output, reason) => {
  const graded = gradeWith("xml-validity", {}, { output });
  expect(graded).toMatchObject({ status: "scored", score: 0, reason: expect.stringMatching(reason) });
});

test("XML: elements that are asked for, and a fence", () => {
  const config = { requiredElements: ["order.total"], allowFence: true };
  const inFence = "Sure:\n```xml\n<order><total>1</total></order>\n```";
  expect(gradeWith("xml-validity", config, { output: inFence })).toMatchObject({ score: 1 });
  expect(gradeWith("xml-validity", config, { output: "<order><a><total/></a></order>" })).toMatchObject({
    score: 0,
    reason: expect.stringContaining("“order.total”"),
  });
});

test.each([
  ["nested", "<div class='a' hidden><b>x</b></div>"],
  ["void elements", '<p>a<br>b<img src="x.png"/></p>'],
  ["end tags left out", "<ul><li>a<li>b</ul><table><tr><td>1<td>2</table>"],
  ["a script that compares", "<script>if (a < b && c > d) {}</script>"],
  ["a document", "<!DOCTYPE html><html><head><title>a < b</title></head><body><p>x</body></html>"],
  ["a comment", "<p>a</p><!-- <b> -->"],
  ["SVG", "<svg><path d='M0 0'/></svg>"],
  ["upper case", "<DIV>x</div>"],
])("well-formed HTML: %s", (_name, output) => {
  expect(gradeWith("html-validity", {}, { output })).toMatchObject({ status: "scored", score: 1 });
});

test.each([
  ["just text", /no HTML element/],
  ["", /no HTML element/],
  ["<div>", /<div> is never closed \(line 1, column 1\)/],
  ["<div><b></div></b>", /<\/div> stands where <b> has to be closed/],
  ["</p>", /never opened/],
  ["<br></br>", /<br> has no end tag/],
  ["<a href='x>y</a>", /cannot be read/],
  ["<p>1 < 2</p>", /&lt;/],
  ["<!-- open", /comment is never closed/],
  ["<style>a{}", /<style> is never closed/],
  ["<div", /not closed/],
])("HTML that is not well-formed: %j", (output, reason) => {
  const graded = gradeWith("html-validity", {}, { output });
  expect(graded).toMatchObject({ status: "scored", score: 0, reason: expect.stringMatching(reason) });
});

test("HTML: a whole document", () => {
  const config = { scope: "document" };
  expect(gradeWith("html-validity", config, { output: "<p>x</p>" })).toMatchObject({ score: 0 });
  const output = "<!doctype html>\n<html lang=en><body>x</body></html>";
  expect(gradeWith("html-validity", config, { output })).toMatchObject({ score: 1 });
});

test.each([
  `<a${" ".repeat(1_000_000)}`,
  `<a>${"x<b/>".repeat(200_000)}&amp;</a>`,
  `<a ${"x='1".repeat(200_000)}`,
  "<!--".repeat(250_000),
  "&".repeat(1_000_000),
  `<${"a".repeat(1_000_000)}`,
])("markup that repeats is read in one pass", (output) => {
  for (const kind of ["xml-validity", "html-validity"])
    expect(gradeWith(kind, {}, { output }).reason.length).toBeGreaterThan(10);
});
