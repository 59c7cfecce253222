import { expect, test } from "vitest";
import { type Unsettled, whatSettles } from "./what-settles.ts";

const open: Unsettled = { cases: 100, casesNeeded: 120, casesLeft: 0, repetitions: 1, isImported: false };

test.each([
  ["the cases that its run left out", { casesLeft: 40 }, { by: "left-out cases", casesLeft: 40 }],
  [
    "those of imported answers too",
    { casesLeft: 40, isImported: true },
    { by: "left-out cases", casesLeft: 40 },
  ],
  ["each case as often as new ones are needed", {}, { by: "repetitions", repetitions: 3 }],
  ["at least once more than now", { repetitions: 4, casesNeeded: 0 }, { by: "repetitions", repetitions: 5 }],
  ["twice where nothing counts yet", { cases: 0 }, { by: "repetitions", repetitions: 2 }],
  ["new cases where that were absurd", { casesNeeded: 901 }, { by: "new cases" }],
  ["new imported answers", { isImported: true }, { by: "imported answers" }],
] as const)("%s", (_name, given, expected) => {
  expect(whatSettles({ ...open, ...given })).toEqual(expected);
});
