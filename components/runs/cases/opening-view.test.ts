import { expect, test } from "vitest";
import { openingView } from "./attempt-choices.ts";

const ended = { ended: true, failed: 0, errored: 0, unscored: 0 };

test.each([
  ["nothing but errors", "", { ...ended, errored: 4, unscored: 2 }, "errored"],
  ["nothing but what could not be scored", "", { ...ended, unscored: 2 }, "unscored"],
  ["a bar and a dimension alone", "bar=90&by=tag", { ...ended, errored: 4 }, "errored"],
  ["“Failed” chosen although it is empty", "view=failed", { ...ended, errored: 4 }, null],
  ["a filter", "slice=tag&value=a", { ...ended, errored: 4 }, null],
  ["failures", "", { ...ended, failed: 1, errored: 4 }, null],
  ["a run in which all passed", "", ended, null],
  ["a run under way", "", { ...ended, ended: false, errored: 4 }, null],
])("%s", (_, query, progress, expected) => {
  expect(openingView(new URLSearchParams(query), progress)).toBe(expected);
});
