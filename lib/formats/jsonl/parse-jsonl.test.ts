import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RowEvent } from "../tabular-row.ts";
import { collect } from "../testing/collect.ts";
import { inChunks } from "../testing/in-chunks.ts";
import { parseJsonl } from "./parse-jsonl.ts";
import { jsonLine } from "./serialise-jsonl.ts";

const read = (text: string, chunkSize = 5, maxRecordChars?: number): Promise<RowEvent[]> =>
  collect(parseJsonl(inChunks(text, chunkSize), maxRecordChars === undefined ? {} : { maxRecordChars }));

const summary = (events: RowEvent[]) =>
  events.map((event) =>
    event.type === "row" ? [event.row.line, event.row.values] : [event.rejected.line, event.rejected.reason],
  );

describe("parseJsonl", () => {
  it.each<[string, string, unknown[]]>([
    [
      "lines",
      '{"a":1}\n{"a":[2]}\n',
      [
        [1, { a: 1 }],
        [2, { a: [2] }],
      ],
    ],
    [
      "CRLF, blank lines, no last line end",
      '\n{"a":1}\r\n\r\n{"a":2}',
      [
        [2, { a: 1 }],
        [4, { a: 2 }],
      ],
    ],
    ["a byte order mark", '\uFEFF{"a":1}\n', [[1, { a: 1 }]]],
    ["U+2028 inside a text", '{"a":"x\u2028y"}\n', [[1, { a: "x\u2028y" }]]],
    [
      "an array",
      '[{"a":1},{"a":"],{["}]',
      [
        [1, { a: 1 }],
        [1, { a: "],{[" }],
      ],
    ],
    [
      "an array over lines",
      '\n[\n  {\n    "a": "\\"]"\n  },\n  {"a": 2}\n]\n',
      [
        [3, { a: '"]' }],
        [6, { a: 2 }],
      ],
    ],
    ["a nested array", '[{"a":[[1,2],[3]]}]', [[1, { a: [[1, 2], [3]] }]]],
  ])("reads %s at every chunk size", async (_name, text, expected) => {
    for (let size = 1; size <= text.length; size += 1)
      expect(summary(await read(text, size))).toEqual(expected);
  });

  it.each<[string, string, RegExp]>([
    ["broken JSON, with the parser's words", '{"a":}', /^It is not valid JSON\. Unexpected token '}'/],
    ["NaN", '{"a":NaN}', /Unexpected token 'N'/],
    ["a number", "5", /It is a number, not an object/],
    ["null", "null", /It is null, not an object/],
    ["an array", "[1]", /It is an array, not an object/],
    ["__proto__", '{"__proto__":{"x":1}}', /cannot be called "__proto__"/],
    ["NUL", '{"a":"\\u0000"}', /NUL character/],
    ["a lone surrogate in a key", '{"\\ud800":1}', /surrogate pair/],
    ["deep nesting", `{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, /nested more than 100 levels/],
  ])("rejects %s and goes on", async (_name, line, reason) => {
    const events = summary(await read(`{"a":0}\n${line}\n{"a":1}\n`, 1000));
    expect(events).toEqual([
      [1, { a: 0 }],
      [2, expect.stringMatching(reason)],
      [3, { a: 1 }],
    ]);
  });

  it("does not contradict the file's line with the parser's", async () => {
    const [event] = await read('{"a":1 "b":2}');
    expect(JSON.stringify(event)).not.toContain("line 1 column");
  });

  it("says once that a pretty-printed object is not JSON Lines", async () => {
    expect(summary(await read('{\n  "a": 1,\n  "b": 2\n}\n'))).toEqual([
      [1, expect.stringContaining("one JSON object over several lines")],
    ]);
  });

  it("keeps the good elements of a broken array and says when it is cut off", async () => {
    expect(summary(await read('[{"a":1},{"a":},{"a":3}]'))).toEqual([
      [1, { a: 1 }],
      [1, expect.stringContaining("not valid JSON")],
      [1, { a: 3 }],
    ]);
    expect(summary(await read('[{"a":1},\n{"a":'))).toEqual([
      [1, { a: 1 }],
      [2, expect.stringContaining("never closed")],
    ]);
    expect(summary(await read('[{"a":1},'))).toEqual([
      [1, { a: 1 }],
      [1, expect.stringContaining("never closed")],
    ]);
  });

  it("reads past a line that is too long", async () => {
    const events = summary(await read(`{"a":"${"x".repeat(500)}"}\n{"a":1}\n`, 64, 100));
    expect(events).toEqual([
      [1, expect.stringContaining("longer than 100 characters")],
      [2, { a: 1 }],
    ]);
  });

  it("lets go of its source when the reader stops early", async () => {
    let closed = false;
    async function* source(): AsyncGenerator<string> {
      try {
        for (;;) yield '{"a":1}\n';
      } finally {
        closed = true;
      }
    }
    for await (const _event of parseJsonl(source())) break;
    expect(closed).toBe(true);
  });

  it("reads back what jsonLine writes", async () => {
    const text = fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\0"));
    const record = fc.dictionary(
      text.filter((key) => key !== "__proto__"),
      fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1 }),
        fc.integer({ min: 1, max: 20 }),
        async (rows, size) => {
          const plain = rows.map((row) => Object.fromEntries(Object.entries(row)));
          expect(summary(await read(plain.map(jsonLine).join(""), size)).map(([, values]) => values)).toEqual(
            plain,
          );
        },
      ),
    );
  });
});

describe("jsonLine", () => {
  it.each<[unknown, string]>([
    [{ a: "\uD800" }, '{"a":"\\ud800"}'],
    [{ a: "x\ny\u2028" }, '{"a":"x\\ny\u2028"}'],
    [undefined, "null"],
    [{ a: Number.NaN }, '{"a":null}'],
  ])("%j", (value, line) => {
    expect(jsonLine(value)).toBe(`${line}\n`);
  });
});
