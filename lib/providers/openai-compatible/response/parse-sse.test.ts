import fc from "fast-check";
import { expect, it } from "vitest";
import { SseParser } from "./parse-sse.ts";

function parse(text: string, size: number): string[] {
  const parser = new SseParser();
  const events: string[] = [];
  for (let start = 0; start < text.length; start += size)
    events.push(...parser.push(text.slice(start, start + size)));
  return [...events, ...parser.finish()];
}

it.each<[string, string, string[]]>([
  ["LF", "data: a\n\ndata: b\n\n", ["a", "b"]],
  ["CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", ["a", "b"]],
  ["CR", "data: a\r\rdata: b\r\r", ["a", "b"]],
  ["no space, two spaces", "data:a\n\ndata:  b\n\n", ["a", " b"]],
  ["several data lines", "data: a\ndata\ndata: b\n\n", ["a\n\nb"]],
  ["comments and other fields", ": ping\n\nevent: x\nid: 1\ndata: a\nretry: 5\n\n", ["a"]],
  ["no blank line at the end", "data: a\n\ndata: b", ["a", "b"]],
  ["nothing", "\n\n\n", []],
  ["no field at all", "database: x\n\n", []],
])("%s, at every chunk size", (_name, text, events) => {
  for (let size = 1; size <= text.length; size += 1) expect(parse(text, size)).toEqual(events);
});

it("gives the same events however the text is cut", () => {
  const line = fc.string({ unit: fc.constantFrom("data:", " ", "x", "\n", "\r", ":") });
  fc.assert(
    fc.property(line, fc.integer({ min: 1, max: 5 }), (text, size) => {
      expect(parse(text, size)).toEqual(parse(text, 1000));
    }),
  );
});
