import { expect, test } from "vitest";
import { markPlaces } from "./histogram-marks.ts";

test.each([
  ["far apart", [10, 90], ["right 0", "left 0"]],
  ["close to each other", [20, 24], ["right 0", "right 1"]],
  ["facing each other", [60, 75], ["right 0", "left 1"]],
  ["three in one place", [50, 50, 50], ["right 0", "right 1", "right 2"]],
])("labels of marks that are %s", (_, places, expected) => {
  expect(markPlaces(places).map(({ side, row }) => `${side} ${row}`)).toEqual(expected);
});
