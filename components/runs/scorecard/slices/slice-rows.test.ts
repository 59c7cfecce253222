import { expect, test } from "vitest";
import type { Slice } from "#lib/scorecards/scorecard.ts";
import { dimensionsOf } from "./slice-rows.ts";

const slice = (dimension: string, value: string, passed: number): Slice => ({
  dimension,
  value,
  counts: { passed, failed: 0, unscored: 0, errored: 0 },
  passRate: null,
  against: null,
});

test("tags first, then fields, then splits; what every case has in common is no slice", () => {
  const slices = [
    slice("split", "tuning", 4),
    slice("split", "held_out", 6),
    slice("metadata.source", "mail", 10),
    slice("metadata.language", "de", 3),
    slice("metadata.language", "en", 7),
    slice("tag", "hard", 2),
  ];
  expect(dimensionsOf(slices, 10)).toEqual(["tag", "metadata.language", "split"]);
});
