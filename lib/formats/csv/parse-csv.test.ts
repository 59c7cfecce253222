import { parse as parseWithCsvParse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RowEvent } from "../tabular-row.ts";
import { collect } from "../testing/collect.ts";
import { inChunks } from "../testing/in-chunks.ts";
import { parseCsv } from "./parse-csv.ts";
import { csvLine } from "./serialise-csv.ts";

type Options = Parameters<typeof parseCsv>[1];
type Expected = [line: number, values: Record<string, string>][];

const read = (text: string, options?: Options, chunkSize = 7): Promise<RowEvent[]> =>
  collect(parseCsv(inChunks(text, chunkSize), options));

const rowsOf = (events: RowEvent[]) =>
  events.map((event) => (event.type === "row" ? [event.row.line, event.row.values] : event.rejected));

const rejectedOf = (events: RowEvent[]) =>
  events.flatMap((event) => (event.type === "rejected" ? [event.rejected] : []));

describe("parseCsv", () => {
  it.each<[string, string, Expected]>([
    ["LF", "a,b\n1,2\n", [[2, { a: "1", b: "2" }]]],
    ["CRLF without a last line end", "a,b\r\n1,2", [[2, { a: "1", b: "2" }]]],
    [
      "CR",
      "a,b\r1,2\r3,4\r",
      [
        [2, { a: "1", b: "2" }],
        [3, { a: "3", b: "4" }],
      ],
    ],
    ["a byte order mark", "\uFEFFa,b\n1,2\n", [[2, { a: "1", b: "2" }]]],
    ["semicolons", "a;b;c,d\n1;2;3\n", [[2, { a: "1", b: "2", "c,d": "3" }]]],
    ["tabs", 'a\t"b,;,;"\n1\t2\n', [[2, { a: "1", "b,;,;": "2" }]]],
    ["blank lines", "\n\na,b\n\n1,2\n\n", [[5, { a: "1", b: "2" }]]],
    ["empty cells", "a,b\n,\n", [[2, { a: "", b: "" }]]],
    [
      "a quoted empty cell alone",
      'a\n""\nx\n',
      [
        [2, { a: "" }],
        [3, { a: "x" }],
      ],
    ],
    ["doubled quotes", 'a,b\n"say ""hi""",""""\n', [[2, { a: 'say "hi"', b: '"' }]]],
    ["a quote inside a bare cell", 'a,b\n5" nail,x"y"\n', [[2, { a: '5" nail', b: 'x"y"' }]]],
    ["spaces behind a closing quote", 'a,b\n"1" ,"2" \n', [[2, { a: "1", b: "2" }]]],
    ["a column without a name", ",a\n0,x\n", [[2, { "column 1": "0", a: "x" }]]],
    [
      "line numbers behind cells of several lines",
      'a,b\n"1\r\n2\n3\r4",x\ny,z\n',
      [
        [2, { a: "1\r\n2\n3\r4", b: "x" }],
        [6, { a: "y", b: "z" }],
      ],
    ],
  ])("reads %s at every chunk size", async (_name, text, expected) => {
    for (let size = 1; size <= text.length; size += 1) {
      expect(rowsOf(await read(text, undefined, size))).toEqual(expected);
    }
  });

  it.each([
    ["too few columns", "a,b\n1\n2,3\n", 2, /1 column, but the header has 2 columns/],
    ["too many columns", "a,b\n1,2,3\n2,3\n", 2, /3 columns, but the header has 2 columns/],
    ["text behind a closing quote", 'a,b\n"1"x,2\n2,3\n', 2, /column 1, text follows a closing quote/],
  ])("rejects %s and goes on", async (_name, text, line, reason) => {
    const events = await read(text);
    expect(rejectedOf(events)).toEqual([
      { line, reason: expect.stringMatching(reason), excerpt: expect.any(String) },
    ]);
    expect(rowsOf(events).at(-1)).toEqual([3, { a: "2", b: "3" }]);
  });

  it.each([
    ["duplicate names", "a,b, a \n1,2,3\n", /column "a" twice/],
    ["__proto__", "a,__proto__\n1,2\n", /__proto__/],
    ["an unclosed quote", 'a,"b\n1,2\n', /header line cannot be read.*line 1 is never closed/],
    ["too many columns", `${"x,".repeat(5000)}\n`, /5001 columns/],
  ])("stops at a header with %s", async (_name, text, reason) => {
    const events = await read(text, undefined, 1000);
    expect(events).toHaveLength(1);
    expect(rejectedOf(events)[0]).toMatchObject({ line: 1, reason: expect.stringMatching(reason) });
  });

  it("names the line of a quote that is never closed", async () => {
    const events = await read('a,b\n1,2\nx,"oops\n3,4\n5,6\n');
    expect(rowsOf(events)[0]).toEqual([2, { a: "1", b: "2" }]);
    expect(rejectedOf(events)).toMatchObject([
      { line: 3, reason: expect.stringContaining("line 3 is never closed") },
    ]);
  });

  it("does not keep a quote bomb", async () => {
    async function* bomb(): AsyncGenerator<string> {
      yield 'a,b\n1,"';
      for (let index = 0; index < 2000; index += 1) yield "x\n".repeat(10_000);
      yield '",2\n3,4\n';
    }
    const events = await collect(parseCsv(bomb()));
    expect(rejectedOf(events)).toMatchObject([
      { line: 2, reason: expect.stringContaining("longer than 1,000,000 characters") },
    ]);
    expect(rowsOf(events).at(-1)).toEqual([20_000_003, { a: "3", b: "4" }]);
  });

  it.each(['"'.repeat(99_999), '","'.repeat(33_333), ",".repeat(99_999), "\r".repeat(9)])(
    "survives hostile punctuation",
    async (text) => {
      expect(rejectedOf(await read(`a,b\n${text}`, undefined, 1000)).length).toBeLessThan(10);
    },
  );

  it("rejects a cell that is too long, to the character", async () => {
    const events = await read('a\n12345\n123456\n"12345"\n', { maxCellChars: 5 });
    expect(rejectedOf(events)).toMatchObject([
      { line: 3, reason: expect.stringContaining("longer than 5 characters") },
    ]);
    expect(events).toHaveLength(3);
  });

  it("obeys a given delimiter", async () => {
    expect(rowsOf(await read("a,b;c\n1,2;3\n", { delimiter: ";" }))).toEqual([[2, { "a,b": "1,2", c: "3" }]]);
  });

  it("reads back what csvLine writes, and agrees with csv-parse", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", '"', ",", ";", "\t", "\n", "\r", " ", "é", "🎉", "=", "'"),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, size) => {
          const text = csvLine(["a", "b"]) + rows.map(csvLine).join("");
          const events = await read(text, undefined, size);
          const written = rows.map((cells) =>
            cells.map((value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)),
          );
          expect(events.map((event) => event.type === "row" && Object.values(event.row.values))).toEqual(
            written,
          );
          expect(parseWithCsvParse(text, { record_delimiter: "\r\n" }).slice(1)).toEqual(written);
        },
      ),
    );
  });

  it("reads anything without throwing, the same at every chunk size", async () => {
    const anything = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "\uD800", "\0") });
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const whole = await read(`a,b\n${text}`, undefined, 1000);
        expect(await read(`a,b\n${text}`, undefined, 1)).toEqual(whole);
      }),
    );
  });
});
