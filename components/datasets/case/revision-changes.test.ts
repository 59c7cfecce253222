import { expect, test } from "vitest";
import { revisionChanges, revisionOf, revisionSpan } from "./revision-changes.ts";

const revision = {
  input: "a",
  expected: null,
  tags: ["x"],
  split: "tuning" as const,
  metadata: {},
  cluster: null,
};

test("revisionChanges names the fields that differ", () => {
  expect(revisionChanges(revision, revision)).toEqual([]);
  expect(
    revisionChanges(revision, { ...revision, input: { q: 1 }, split: "held_out", tags: ["x", "y"] }),
  ).toEqual([
    { field: "Input", before: "a", after: '{\n  "q": 1\n}' },
    { field: "Tags", before: "x", after: "x, y" },
    { field: "Split", before: "tuning", after: "held-out" },
  ]);
});

test.each([
  [null, null, "Not published yet"],
  [2, null, "Since version 2"],
  [2, 2, "Version 2"],
  [1, 4, "Versions 1 to 4"],
])("revisionSpan of %s to %s", (firstVersion, lastVersion, words) => {
  expect(revisionSpan({ firstVersion, lastVersion })).toBe(words);
});

test("revisionOf finds what a version shows", () => {
  const revisions = [
    { id: "draft", firstVersion: null, lastVersion: null, isHead: true },
    { id: "new", firstVersion: 3, lastVersion: null, isHead: false },
    { id: "old", firstVersion: 1, lastVersion: 2, isHead: false },
  ];
  const found = [null, 1, 2, 3, 9].map((version) => revisionOf(revisions, version)?.id);
  expect(found).toEqual(["draft", "old", "old", "new", "new"]);
  expect(revisionOf(revisions.slice(0, 1), 1)).toBeUndefined();
});
