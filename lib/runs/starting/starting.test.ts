import { describe, expect, test } from "vitest";
import type { Split } from "#lib/datasets/split.ts";
import { startObstacle, startSummary } from "./start-summary.ts";
import { trainingNote } from "./training-note.ts";

test.each([
  [
    { cases: 300, models: 2, graders: 3, repetitions: 1 },
    "300 cases × 2 models = 600 answers, each judged by 3 graders.",
  ],
  [
    { cases: 50_000, models: 1, graders: 1, repetitions: 1 },
    "50,000 cases × 1 model = 50,000 answers, each judged by 1 grader.",
  ],
  [
    { cases: 300, models: 2, graders: 1, repetitions: 5 },
    "300 cases × 2 models × 5 repetitions = 3,000 answers, each judged by 1 grader.",
  ],
  [
    { cases: 1, models: 1, graders: 2, repetitions: 1 },
    "1 case × 1 model = 1 answer, each judged by 2 graders.",
  ],
])("%j", (plan, sentence) => {
  expect(startSummary(plan)).toBe(sentence);
  expect(startObstacle(plan)).toBeNull();
});

test.each([
  [{ cases: 0, models: 1, graders: 1, repetitions: 1 }, "splits"],
  [{ cases: 1, models: 0, graders: 1, repetitions: 1 }, "one model"],
  [{ cases: 1, models: 21, graders: 1, repetitions: 1 }, "20 models"],
  [{ cases: 1, models: 1, graders: 0, repetitions: 1 }, "one grader"],
])("%j cannot start", (plan, part) => {
  expect(startObstacle(plan)).toContain(part);
});

describe("a model trained on the dataset", () => {
  const trainedOn = (splits: Split[]) => ({
    datasetId: "d",
    datasetName: "Tickets",
    versionNumber: 2,
    splits,
  });
  test.each<[string, Split[], Split[], boolean]>([
    ["asked about what it learned from", ["tuning"], ["tuning", "held_out"], true],
    ["asked about other splits", ["tuning"], ["held_out"], false],
    ["trained on everything", [], ["fresh"], true],
    ["asked about everything", ["tuning"], [], true],
  ])("%s", (_name, learned, asked, warns) => {
    expect(trainingNote(trainedOn(learned), { datasetId: "d", splits: asked }) !== null).toBe(warns);
  });

  test("is fine on another dataset", () => {
    expect(trainingNote(trainedOn([]), { datasetId: "e", splits: [] })).toBeNull();
  });
});
