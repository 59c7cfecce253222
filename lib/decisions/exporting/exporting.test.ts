import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { ExportedDocument } from "./document.ts";
import { toPdfText } from "./pdf-text.ts";
import { escapeText, toMarkdown } from "./to-markdown.ts";
import { toPdf } from "./to-pdf.ts";

const sentence =
  "small is the cheapest model that provably clears the bar: 94.0\u202f% [91.2, 96.0] on 500 cases.";
const document: ExportedDocument = {
  title: "Decision 4: Which model?",
  blocks: [
    { kind: "answer", text: sentence },
    { kind: "facts", facts: [{ term: "State", value: "in force" }] },
    { kind: "heading", text: "Waiver" },
    { kind: "paragraph", text: ") Tj /JavaScript (app.alert(1)) <script>\u202e evil" },
    { kind: "list", items: ["one", "two"] },
    {
      kind: "table",
      header: ["Model", "n"],
      rows: Array.from({ length: 80 }, (_, index) => [`model ${index}`, "500"]),
    },
  ],
};

/** The texts that a PDF draws, without the kerning between their pieces. */
function textsOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const texts: string[] = [];
  for (let from = bytes.indexOf("stream\n"); from >= 0; from = bytes.indexOf("stream\n", from + 1)) {
    const content = inflated(bytes.subarray(from + 7));
    for (const [, pieces = ""] of content.matchAll(/\[([^\]]*)\] TJ/g)) {
      const hex = Array.from(pieces.matchAll(/<([0-9a-f]*)>/g), ([, piece = ""]) => piece).join("");
      texts.push(Buffer.from(hex, "hex").toString("latin1"));
    }
  }
  return texts.join(" ");
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString("latin1");
  } catch {
    return "";
  }
}

describe("toPdf", () => {
  test("holds the sentence, every row of a table, and the number of its pages", async () => {
    const pdf = await toPdf(document, new Date("2026-11-21T12:00:00Z"));
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe("%PDF-");
    const text = textsOf(pdf).replaceAll(/\s+/g, " ");
    expect(text).toContain("small is the cheapest model that provably clears the bar: 94.0");
    expect(text).toContain("model 79");
    expect(text).toContain("2 of 3");
  });

  test("text that looks like PDF stays text: there is no action, script or link in the file", async () => {
    const pdf = await toPdf(document, new Date(0));
    expect(textsOf(pdf)).toContain(") Tj /JavaScript (app.alert(1)) <script>");
    expect(Buffer.from(pdf).toString("latin1")).not.toMatch(
      /\/(JavaScript|JS|OpenAction|URI|Annots|Launch)\b/,
    );
  });
});

test.each([
  ["94.0\u202f% \u2212 3", "94.0\u00a0% - 3"],
  ["Žižek, Łódź, ﬁne", "Žižek, ?ódz, fine"],
  ["漢字 😀", "?? ?"],
  ["a\u202eb\u0000c\u200bd", "abcd"],
  ["one\r\ntwo", "one\ntwo"],
])("%j is drawn as %j", (text, expected) => {
  expect(toPdfText(text)).toBe(expected);
});

test.each([
  ["# heading", "\\# heading"],
  ["- item", "\\- item"],
  ["1. item", "1\\. item"],
  ["| cell |", "\\| cell \\|"],
  ["<img src=x>", "&lt;img src=x&gt;"],
  ["[a](http://b)", "\\[a\\](http:\\//b)"],
  ["one\n\n# two", "one \\# two"],
  ["`code` *bold* _it_", "\\`code\\` \\*bold\\* \\_it\\_"],
])("%j becomes %j in Markdown", (text, expected) => {
  expect(escapeText(text)).toBe(expected);
});

test("Markdown has a table of as many columns as its header in every row", () => {
  const lines = toMarkdown(document)
    .split("\n")
    .filter((line) => line.startsWith("|"));
  expect(lines).toHaveLength(82);
  for (const line of lines) expect(line.match(/(?<!\\)\|/g)).toHaveLength(3);
});
