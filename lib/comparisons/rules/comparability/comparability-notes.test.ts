import { expect, test } from "vitest";
import type { ComparedRun } from "../../compared-run.ts";
import { graderNamed, runNamed } from "../../testing/columns-of.ts";
import type { BucketCounts } from "../bucket.ts";
import { comparabilityNotes, otherDatasetNote } from "./comparability-notes.ts";
import type { RunFacts } from "./run-facts.ts";

const exact = graderNamed("exact");
const judge = graderNamed("judge");
const noCounts: BucketCounts = {
  regressed: 0,
  fixed: 0,
  same: 100,
  changed: 0,
  errored: 0,
  unscored: 0,
  missing: 0,
  unpaired: 0,
};
const noLosses = { planned: 100, errored: 0, unscored: 0, missing: 0, truncated: 0 };

type Change = {
  a?: Partial<ComparedRun>;
  b?: Partial<ComparedRun>;
  counts?: Partial<BucketCounts>;
  attempts?: Partial<RunFacts["attempts"]>;
  follows?: boolean;
  difference?: number;
  differenceWithLosses?: number;
  clustered?: boolean;
};

const notesOf = (change: Change) => {
  const { follows = false, difference = 0.02, differenceWithLosses = difference, clustered = false } = change;
  const facts = (attempts: Partial<RunFacts["attempts"]> = {}): RunFacts => ({
    attempts: { ...noLosses, ...attempts },
    follows: () => follows,
  });
  return comparabilityNotes({
    a: { run: { ...runNamed("a", 1), graders: [exact], ...change.a }, facts: facts() },
    b: { run: { ...runNamed("b", 2), graders: [exact], ...change.b }, facts: facts(change.attempts) },
    counts: { ...noCounts, ...change.counts },
    difference,
    differenceWithLosses,
    clustered,
  });
};

const weighted = { verdictRule: { kind: "weighted" as const, threshold: 0.8 } };
const newer = {
  dataset: { id: "d", name: "Tickets", versionId: "v2", versionNumber: 2, isArchived: false },
};

test("equal conditions need no note", () => expect(notesOf({})).toEqual([]));

test.each<[string, Change, string, RegExp]>([
  [
    "Different dataset versions",
    { b: newer, counts: { changed: 3, errored: 2, unpaired: 1 } },
    "nothing",
    /the 102 cases with the same key .* 3 cases changed in between and are left out; 1 case is in only one/,
  ],
  [
    "Different graders",
    { b: { graders: [{ ...exact, graderVersionId: "exact v2", number: 2 }] } },
    "verdict",
    /only run 1 has exact v1; only run 2 has exact v2/,
  ],
  ["Different graders", { b: { graders: [exact, { ...judge, weight: 0 }] } }, "nothing", /do not decide/],
  [
    "Different rules for the verdict",
    { b: weighted },
    "verdict",
    /In run 1 .* every grader that counts passes it\. In run 2 .* mean of its scores is at least 0\.8/,
  ],
  ["Run 2 has not ended", { b: { state: "running" } }, "everything", /so far/],
  ["Repeated cases", { a: { repetitions: 3 }, b: { repetitions: 3 } }, "nothing", /counts once/],
  [
    "Different numbers of repetitions",
    { a: { repetitions: 3 } },
    "nothing",
    /Run 1 .* 3 times, run 2 .* once/,
  ],
  ["Different splits", { b: { splits: ["held_out"] } }, "nothing", /all splits, run 2 held-out/],
  ["Cases that belong together", { clustered: true }, "nothing", /take each cluster as one/],
  [
    "Cases without a verdict",
    { counts: { same: 96, errored: 4 }, attempts: { errored: 4 }, differenceWithLosses: -0.02 },
    "nothing",
    /4 of 100 cases .* Run 2: 4 errored of 100 attempts\. .* −2\.0 instead of \+2\.0 points/,
  ],
  [
    "Cases without a verdict",
    { counts: { same: 90, errored: 10 }, attempts: { errored: 10 }, differenceWithLosses: -0.08 },
    "verdict",
    /too much for a verdict/,
  ],
  ["Cases without a verdict", { counts: { same: 90, errored: 10 } }, "nothing", /10 of 100 cases/],
  ["Cases without a verdict", { counts: { same: 43, errored: 197 } }, "verdict", /197 of 240 cases/],
  [
    "Answers that were cut off",
    { attempts: { truncated: 3 } },
    "nothing",
    /0 of 100 in run 1, 3 of 100 in run 2/,
  ],
  ["Answers that were cut off", { attempts: { truncated: 9 } }, "verdict", /allow longer answers/],
])("%s", (title, change, withholds, text) => {
  const note = notesOf(change).find((candidate) => candidate.title === title);
  expect(note?.withholds).toBe(withholds);
  expect(note?.text).toMatch(text);
});

test.each<[string, Change]>([
  ["one grader decides under every and under at least one", { b: { verdictRule: { kind: "any" } } }],
  ["one grader decides, and all verdicts are its own", { b: weighted, follows: true }],
  [
    "only critical graders count",
    {
      a: { graders: [exact, judge].map((grader) => ({ ...grader, critical: true })) },
      b: {
        graders: [exact, judge].map((grader) => ({ ...grader, critical: true })),
        verdictRule: { kind: "any" },
      },
    },
  ],
])("rules that are the same in effect need no note: %s", (_name, change) => {
  expect(notesOf(change)).toEqual([]);
});

test("a run of another dataset is named, with what to do", () => {
  const other = { ...runNamed("b", 2), dataset: { ...runNamed("b", 2).dataset, id: "e", name: "Bills" } };
  const note = otherDatasetNote(runNamed("a", 1), other);
  expect(note).toMatchObject({ withholds: "everything" });
  expect(note.text).toMatch(/share no cases, so run 2 is left out here/);
});

test("what withholds the verdict comes first", () => {
  const notes = notesOf({ a: { splits: ["fresh"] }, b: { state: "running" }, clustered: true });
  expect(notes[0]?.title).toBe("Run 2 has not ended");
});

test.each<[Partial<BucketCounts>, string]>([
  [{ errored: 40 }, "retry the errored attempts first"],
  [{ unscored: 40, errored: 2 }, "see why the graders could not judge"],
  [{ missing: 40 }, "run the missing cases first"],
])("what has no verdict says the way out that helps: %o", (counts, wayOut) => {
  expect(notesOf({ counts })[0]?.text).toContain(wayOut);
});
