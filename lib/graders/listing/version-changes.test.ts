import { expect, test } from "vitest";
import { versionChanges } from "./version-changes.ts";

test("names what changed, what is new and what is gone", () => {
  const before = {
    kind: "json-schema",
    config: { schema: { type: "object", old: 1 }, list: [1] },
    threshold: 1,
  };
  const after = {
    kind: "json-schema",
    config: { schema: { type: "array", fresh: true }, list: [1] },
    threshold: 0.5,
  };
  expect(versionChanges(before, after)).toEqual([
    { path: "schema.type", before: "object", after: "array" },
    { path: "schema.old", before: "1", after: null },
    { path: "threshold", before: "1", after: "0.5" },
    { path: "schema.fresh", before: null, after: "true" },
  ]);
});

test("the same content in another order has no changes", () => {
  expect(versionChanges({ a: { b: [1, 2], c: null } }, { a: { c: null, b: [1, 2] } })).toEqual([]);
});
