import { expect, test } from "vitest";
import type { Earnings } from "../board/board-schema.ts";
import { testBoard, testCandidate } from "../testing/test-board.ts";
import { doubtWords } from "./earnings-words.ts";
import { sizeNote } from "./size-note.ts";

const small = testCandidate({
  name: "small",
  parametersBillion: 8,
  size: { total: 8, active: null, source: "name" },
});
const other = testCandidate({ name: "other" });
const { candidates } = testBoard([small, other]);
const nearBest = (verdict: "no worse" | "cannot tell") => ({
  margin: 0.02,
  bestRunId: other.run.id,
  family: 1,
  rows: [
    { runId: other.run.id, verdict: "best" as const, pair: null, casesNeeded: null },
    { runId: small.run.id, verdict, pair: null, casesNeeded: null },
  ],
  smallestRunId: small.run.id,
  cheapestRunId: null,
  fastestRunId: null,
});

test("a size that was read from a name is called a guess, and unknown ones are counted", () => {
  expect(sizeNote(nearBest("no worse"), candidates)).toBe(
    "The smallest has the fewest parameters in total: 8 billion parameters, a guess from its name; set the real number on the model's page. The size of 1 model is not known.",
  );
  const stated = testCandidate({
    ...small,
    name: "small",
    size: { total: 46.7, active: 12.9, source: "stated" },
  });
  expect(sizeNote(nearBest("no worse"), [stated, other])).toContain(
    "46.7 billion parameters, 12.9 of them active, as set on its page.",
  );
  expect(sizeNote(nearBest("cannot tell"), candidates)).toBe("");
});

const row = (runId: string, behind: Earnings["rows"][number]["behind"]): Earnings["rows"][number] => ({
  runId,
  monthlyMicroUsd: 1,
  breakEvenRate: null,
  breaksEven: "not proven",
  behind,
  flipsAtMicroUsd: null,
});
const stakes = { valueOfRightMicroUsd: 1, costOfWrongMicroUsd: 1, requestsPerMonth: 1 };
const behind = { value: 5e6, lower: 1e6, upper: 9e6, method: "Tango score interval", costMargin: 250_000 };

test("how much of the interval of money is the doubt of costs is said with the number", () => {
  const earnings = (of: Earnings["rows"][number]["behind"]): Earnings => ({
    stakes,
    bestRunId: "a",
    rows: [row("a", null), row("b", of)],
    leftOut: [],
  });
  expect(doubtWords(earnings(behind))).toContain(
    "The costs alone leave open at most $0.25 a month more or less, where the interval is $4.00 to each side.",
  );
  expect(doubtWords(earnings({ ...behind, costMargin: null }))).toContain("costs enter as they are");
  expect(doubtWords(earnings(null))).toBe("");
});
