import { describe, expect, it } from "vitest";
import type { Format } from "../registry.ts";
import type { RowEvent } from "../tabular-row.ts";
import { collect } from "./collect.ts";
import { inChunks } from "./in-chunks.ts";

type FormatSample = {
  format: Format;
  /** Writes the header, if the format has one, and the rows. */
  write: (rows: readonly Record<string, string>[]) => string;
  /** One line, with its line end, that the format cannot read as a row. */
  badLine: string;
};

/** What every format must do, whatever it looks like. */
export function describeFormatContract({ format, write, badLine }: FormatSample): void {
  const read = (text: string, chunkSize = 65_536): Promise<RowEvent[]> =>
    collect(format.parse(inChunks(text, chunkSize)));
  const valuesOf = (events: RowEvent[]) =>
    events.flatMap((event) => (event.type === "row" ? [event.row.values] : []));

  describe(`${format.id}: format contract`, () => {
    it("reads the same rows at every chunk size", async () => {
      const rows = [
        { input: "Grüße, 世界 🎉", expected: 'say "yes"' },
        { input: "two\nlines", expected: "two\r\nlines" },
        { input: "", expected: " spaces " },
      ];
      const text = write(rows);
      for (let size = 1; size <= text.length; size += 1) {
        expect(valuesOf(await read(text, size))).toEqual(rows);
      }
    });

    it("goes on after a bad record and names its line", async () => {
      const lines = write([
        { input: "a", expected: "1" },
        { input: "b", expected: "2" },
      ]).split(/(?<=\n)/);
      const last = lines.pop() ?? "";
      const events = await read([...lines, badLine, last].join(""));
      expect(valuesOf(events)).toEqual([
        { input: "a", expected: "1" },
        { input: "b", expected: "2" },
      ]);
      const rejected = events.flatMap((event) => (event.type === "rejected" ? [event.rejected] : []));
      expect(rejected).toHaveLength(1);
      expect(rejected[0]?.line).toBe(lines.length + 1);
      expect(rejected[0]?.reason).toMatch(/\.$/);
    });

    it("rejects an empty file once, with what to do", async () => {
      for (const text of ["", "\n\n", "\uFEFF"]) {
        const events = await read(text);
        expect(events).toHaveLength(1);
        expect(events[0]).toMatchObject({ type: "rejected", rejected: { line: 1 } });
      }
    });

    it("keeps prototype pollution out", async () => {
      const text = write([JSON.parse('{"__proto__":"polluted","constructor":"c"}')]);
      const events = await read(text);
      expect(valuesOf(events).every((values) => !Object.hasOwn(values, "__proto__"))).toBe(true);
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
      const rows = await read(
        write([{ constructor: "c", toString: "t" } as unknown as Record<string, string>]),
      );
      expect(valuesOf(rows)).toEqual([{ constructor: "c", toString: "t" }]);
    });

    it("streams 50,000 rows", async () => {
      const rows = Array.from({ length: 50_000 }, (_, index) => ({
        input: `question ${index}`,
        expected: "yes",
      }));
      let count = 0;
      for await (const event of format.parse(inChunks(write(rows), 65_536))) {
        if (event.type === "row" && event.row.values.input === `question ${count}`) count += 1;
      }
      expect(count).toBe(50_000);
    });
  });
}
