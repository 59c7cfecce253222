import { expect, test } from "vitest";
import { isOrdered, sqlTokens } from "./sql-tokens.ts";

const texts = (sql: string, dialect: "sqlite" | "postgresql" = "sqlite") =>
  sqlTokens(sql, dialect).map(({ text }) => text);

test.each([
  ["comments", "select 1 -- drop\n, /* two; */ 2", ["SELECT", "1", ",", "2"]],
  ["doubled quotes", "'it''s; ok' \"a\"\"b\" [c;d] `e;f`", ["'it''s; ok'", '"a""b"', "[c;d]", "`e;f`"]],
  ["what is never closed", "select 'a; b", ["SELECT", "'a; b"]],
  ["a comment that is never closed", "select /* 1", ["SELECT"]],
])("%s", (_name, sql, expected) => {
  expect(texts(sql)).toEqual(expected);
});

test("PostgreSQL has dollar quotes, escapes, nested comments and arrays", () => {
  expect(texts("$$a; b$$ $x$ $$ $x$", "postgresql")).toEqual(["$$a; b$$", "$x$ $$ $x$"]);
  expect(texts("e'it\\'s; ok' /* a /* b */ c */ a[1]", "postgresql")).toEqual([
    "e'it\\'s; ok'",
    "A",
    "[",
    "1",
    "]",
  ]);
});

test.each([
  ["select a from t order by a", true],
  ["select a from t ORDER\n  BY a desc limit 3;", true],
  ["select a from (select a from t order by a) x", false],
  ["select rank() over (order by a) from t", false],
  ["with x as (select a from t order by a) select * from x", false],
  ["select 'order by' from t -- order by a", false],
  ['select "order by" from t', false],
  ["", false],
])("%s is sorted: %s", (sql, sorted) => {
  expect(isOrdered(sql, "sqlite")).toBe(sorted);
  expect(isOrdered(sql, "postgresql")).toBe(sorted);
});

test("a megabyte ends", () => {
  expect(sqlTokens("(".repeat(1_000_000), "sqlite")).toHaveLength(1_000_000);
  expect(sqlTokens("/*".repeat(500_000), "postgresql")).toEqual([]);
});
