import { expect, test } from "vitest";
import { rejectedRowsCsv } from "./rejected-rows-csv.ts";

test("what a file said is defused before a spreadsheet opens it", () => {
  const csv = rejectedRowsCsv([
    { line: 7, reason: "It has 3 columns, not 2.", excerpt: "=cmd|'/c calc'!A1" },
  ]);
  expect(csv).toBe(`\uFEFFline,reason,excerpt\r\n7,"It has 3 columns, not 2.",'=cmd|'/c calc'!A1\r\n`);
});
