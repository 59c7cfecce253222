import { expect, test } from "vitest";
import type { ComparedRun } from "../pairs/compared-run.ts";
import { emptyBuckets, type SideCounts } from "../pairs/read-pair-counts.ts";
import { comparabilityNotes } from "./comparability.ts";

const grader = { graderVersionId: "g1", graderId: "g", name: "Exact", number: 1, weight: 1, critical: false };
const run = (change: Partial<ComparedRun> = {}): ComparedRun => ({
  id: "a",
  number: 1,
  state: "finished",
  planned: 100,
  repetitions: 1,
  splits: [],
  createdAt: new Date(0),
  finishedAt: new Date(0),
  dataset: { id: "d", name: "Tickets", versionId: "v1", versionNumber: 1 },
  model: { id: "m", name: "Small", versionId: "mv1", versionNumber: 1 },
  graders: [grader],
  verdictRule: { kind: "all" },
  scores: null,
  ...change,
});
const side = (change: Partial<SideCounts> = {}): SideCounts => ({
  passed: 90,
  failed: 10,
  unscored: 0,
  errored: 0,
  ungraded: 0,
  ...change,
});

type Change = {
  a?: Partial<ComparedRun>;
  b?: Partial<ComparedRun>;
  buckets?: object;
  sideA?: Partial<SideCounts>;
  sideB?: Partial<SideCounts>;
  clustered?: boolean;
};
const notesOf = ({ a, b, buckets, sideA, sideB, clustered = false }: Change) =>
  comparabilityNotes({
    a: run(a),
    b: run({ number: 2, ...b }),
    pairs: {
      buckets: { ...emptyBuckets(), both_pass: 90, both_fail: 10, ...buckets },
      a: side(sideA),
      b: side(sideB),
    },
    clustered,
  });

test("equal conditions need no note", () => expect(notesOf({})).toEqual([]));

test.each<[string, Change, string, RegExp]>([
  [
    "Different datasets",
    { b: { dataset: { id: "e", name: "Bills", versionId: "w", versionNumber: 1 } } },
    "everything",
    /share no cases/,
  ],
  [
    "Different dataset versions",
    {
      b: { dataset: { id: "d", name: "Tickets", versionId: "v2", versionNumber: 2 } },
      buckets: { changed: 3, not_judged: 2 },
      sideB: { passed: 88, errored: 2 },
    },
    "nothing",
    /the 102 cases with the same key .* 3 cases changed in between and are left out/,
  ],
  [
    "Different graders",
    { b: { graders: [{ ...grader, graderVersionId: "g2", number: 2 }] } },
    "verdict",
    /only run 1 has Exact v1; only run 2 has Exact v2/,
  ],
  [
    "Different graders",
    { b: { graders: [grader, { ...grader, graderVersionId: "x", weight: 0 }] } },
    "nothing",
    /do not decide/,
  ],
  [
    "Different rules for the verdict",
    { b: { verdictRule: { kind: "weighted", threshold: 0.8 } } },
    "verdict",
    /In run 1 .* every grader that counts passes it\. In run 2 .* mean of its scores is at least 0\.8/,
  ],
  ["Run 2 has not ended", { b: { state: "running", planned: 500 } }, "everything", /so far/],
  [
    "Run 2 is incomplete",
    { b: { state: "cancelled", planned: 120 } },
    "nothing",
    /20 of its 120 cases were never attempted/,
  ],
  ["Repeated cases", { a: { repetitions: 3 } }, "nothing", /first answer/],
  ["Different splits", { b: { splits: ["held_out"] } }, "nothing", /all splits, run 2 held-out/],
  ["Cases that belong together", { clustered: true }, "nothing", /too narrow/],
  [
    "Errored or unscored cases",
    { buckets: { not_judged: 4, both_pass: 86, fixed: 1 }, sideB: { passed: 86, errored: 4 } },
    "nothing",
    /4 of 101 cases in both runs were not judged in both .*errored: 0 in run 1, 4 in run 2; .* between \u22123.0 and \+5.0 points/,
  ],
])("%s", (title, change, withholds, text) => {
  const note = notesOf(change).find((candidate) => candidate.title === title);
  expect(note?.withholds).toBe(withholds);
  expect(note?.text).toMatch(text);
});

test("what withholds the verdict comes first", () => {
  const notes = notesOf({ a: { splits: ["fresh"] }, b: { state: "running", planned: 10 }, clustered: true });
  expect(notes[0]?.title).toBe("Run 2 has not ended");
});
