import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { isRenderableMarkdown } from "./markdown-guard.ts";
import { MarkdownView } from "./markdown-view.tsx";

const htmlOf = (text: string) => renderToStaticMarkup(createElement(MarkdownView, { text }));

describe("hostile text stays text", () => {
  test.each([
    ["a script", "<script>alert(1)</script>", /<script/],
    ["an event handler", '<img src=x onerror="alert(1)">', /<img/],
    ["a script in a link", "[click](javascript:alert(1))", /javascript:/],
    ["data in a link", "[click](data:text/html,x)", /href="data:/],
    ["an image that reports", "![alt](https://spy.example/p.png)", /<img|spy\.example/],
    ["a frame", "<iframe src='https://spy.example'></iframe>", /<iframe/],
  ])("%s", (_name, text, forbidden) => {
    expect(htmlOf(text)).not.toMatch(forbidden);
  });
});

test("Markdown is rendered, and links promise nothing", () => {
  const html = htmlOf("# Title\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done [site](https://a.example)");
  expect(html).toContain("<table>");
  expect(html).toContain('rel="nofollow noopener noreferrer ugc"');
  expect(html).not.toContain("<h1");
});

test.each([
  ["quotes", `${"> ".repeat(20_000)}x`],
  ["lists", Array.from({ length: 300 }, (_, level) => `${"  ".repeat(level)}- x`).join("\n")],
  ["brackets", "[".repeat(39_000)],
  ["emphasis", "*a_".repeat(13_000)],
  ["length", "word ".repeat(10_000)],
])("too much is shown as it is: %s", (_name, text) => {
  expect(isRenderableMarkdown(text)).toBe(false);
});

test.each([
  ["brackets", "[".repeat(1_900)],
  ["links that never close", "[a](".repeat(900)],
  ["emphasis", "*a_".repeat(950)],
  ["code marks", "`a``b```".repeat(300)],
  ["nested lists", Array.from({ length: 38 }, (_, level) => `${"  ".repeat(level)}- x`).join("\n")],
  ["quotes", `${"> ".repeat(19)}x`],
])("the worst that is let through is rendered: %s", (_name, text) => {
  expect(isRenderableMarkdown(text)).toBe(true);
  expect(htmlOf(text)).toContain("<div");
});
