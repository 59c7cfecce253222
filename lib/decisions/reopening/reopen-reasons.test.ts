import { describe, expect, test } from "vitest";
import { testBoard, testCandidate } from "../testing/test-board.ts";
import { type NowFacts, reopenReasons } from "./reopen-reasons.ts";

const chosen = testCandidate({ name: "small", standing: "clears" });
const other = testCandidate({ name: "large", standing: "clears" });
const poor = testCandidate({ name: "poor", standing: "misses" });
const evidence = testBoard([chosen, other, poor]);
const decided = { evidence, chosenRunId: chosen.run.id, contradictions: [] };
const graderId = chosen.graders[0]?.graderId ?? "";

const unchanged: NowFacts = {
  datasets: new Map([[evidence.dataset.id, 1]]),
  graders: new Map([[graderId, 1]]),
  models: new Map([chosen, other, poor].map(({ model }) => [model.id, 1])),
  prices: new Map([chosen, other, poor].map(({ model, prices }) => [model.versionId, prices])),
};
const dearer = { inputPrice: 3_000_000, outputPrice: null, cachedInputPrice: null };

describe("reopenReasons", () => {
  test("nothing has changed", () => {
    expect(reopenReasons(decided, unchanged)).toEqual([]);
  });

  test.each([
    ["dataset version", { datasets: new Map([[evidence.dataset.id, 2]]) }, "Tickets has version 2"],
    [
      "grader version",
      { graders: new Map([[graderId, 3]]) },
      "has version 3; the answers were judged by version 1",
    ],
    [
      "model version",
      { models: new Map([[chosen.model.id, 2]]) },
      "small has version 2; version 1 was chosen",
    ],
    ["price", { prices: new Map([[chosen.model.versionId, dearer]]) }, "small, which was chosen"],
    ["price", { prices: new Map([[other.model.versionId, dearer]]) }, "large, which cleared the bar as well"],
  ] as const)("another %s re-opens it and says which", (kind, change, words) => {
    const reasons = reopenReasons(decided, { ...unchanged, ...change });
    expect(reasons).toMatchObject([{ kind, sentence: expect.stringContaining(words) }]);
  });

  test("neither a newer version nor a price of a model that was out matters", () => {
    const change = {
      models: new Map([[other.model.id, 9]]),
      prices: new Map([[poor.model.versionId, dearer]]),
    };
    expect(reopenReasons(decided, { ...unchanged, ...change })).toEqual([]);
  });

  test("what is gone is no reason", () => {
    const gone = { datasets: new Map(), graders: new Map(), models: new Map(), prices: new Map() };
    expect(reopenReasons(decided, gone)).toEqual([]);
  });

  test("a later run that contradicts it comes first", () => {
    const contradiction = {
      runId: "r",
      runNumber: 9,
      kind: "chosen misses",
      sentence: "It misses.",
    } as const;
    const reasons = reopenReasons(
      { ...decided, contradictions: [contradiction] },
      { ...unchanged, datasets: new Map([[evidence.dataset.id, 2]]) },
    );
    expect(reasons.map(({ kind }) => kind)).toEqual(["later run", "dataset version"]);
  });
});
