import { describe, expect, test } from "vitest";
import { allowedSort, formatSort, nextSort, parseSort } from "./data-column.ts";

describe("sorting by header", () => {
  test("goes first direction, other direction, none", () => {
    const column = { id: "latency", firstDirection: "desc" } as const;
    const first = nextSort(column, null);
    const second = nextSort(column, first);
    expect([first, second, nextSort(column, second)]).toEqual([
      { column: "latency", direction: "desc" },
      { column: "latency", direction: "asc" },
      null,
    ]);
  });

  test("another column starts afresh", () => {
    expect(nextSort({ id: "name" }, { column: "latency", direction: "asc" })).toEqual({
      column: "name",
      direction: "asc",
    });
  });

  test.each([
    ["latency.desc", { column: "latency", direction: "desc" }],
    ["a.b.asc", { column: "a.b", direction: "asc" }],
    ["secret.asc", null],
    ["latency", null],
    ["latency.DESC; drop table", null],
    ["", null],
    [null, null],
  ])("reads %s from the URL", (text, expected) => {
    expect(parseSort(text, ["latency", "a.b"])).toEqual(expected);
  });

  test.each([
    [{ column: "latency", direction: "desc" }, "latency.desc"],
    [{ column: "latency", direction: "asc" }, null],
    [{ column: "secret", direction: "asc" }, null],
    [null, null],
  ] as const)("%j is %s where only some sorts are allowed", (sort, expected) => {
    expect(allowedSort(sort, ["latency.desc", "key.asc"])).toBe(expected);
  });

  test("survives the URL", () => {
    const sort = { column: "p95", direction: "desc" } as const;
    expect(parseSort(formatSort(sort), ["p95"])).toEqual(sort);
  });
});
