import { describe, expect, it } from "vitest";
import { hasBanking77, readBanking77 } from "../testing/banking77.ts";
import { nearestNeighboursConfigSchema, trainNearestNeighbours } from "./nearest-neighbours.ts";
import { buildTfIdfIndex } from "./tf-idf-index.ts";

const config = (values: object = {}) => nearestNeighboursConfigSchema.parse(values);

describe("TF-IDF index", () => {
  it("gives the cosine of smooth TF-IDF vectors, computed by hand", () => {
    const index = buildTfIdfIndex(["a b", "a c"]);
    const common = Math.log(3 / 3) + 1;
    const rare = Math.log(3 / 2) + 1;
    const length = Math.hypot(common, rare);
    expect(index.nearest("a b", 5)).toEqual([
      { document: 0, similarity: expect.closeTo(1, 12) },
      { document: 1, similarity: expect.closeTo((common / length) ** 2, 12) },
    ]);
    expect(index.nearest("b unknown", 5)).toEqual([
      { document: 0, similarity: expect.closeTo(rare / length, 12) },
    ]);
    expect(index.nearest("unknown", 5)).toEqual([]);
    expect(index.nearest("", 5)).toEqual([]);
  });

  it("keeps the best, in order, and the earlier document on a tie", () => {
    const index = buildTfIdfIndex(["x", "x y", "x", "y", "x y z"]);
    expect(index.nearest("x", 3).map(({ document }) => document)).toEqual([0, 2, 1]);
  });

  it("is not confused by words such as constructor", () => {
    expect(buildTfIdfIndex(["constructor __proto__"]).nearest("__proto__ constructor", 1)).toHaveLength(1);
  });
});

describe("nearest neighbours", () => {
  const examples = [
    { input: "card lost", expected: "b" },
    { input: "card stolen", expected: "a" },
    { input: "rate today", expected: "c" },
    { input: "rate tomorrow", expected: "c" },
  ];

  it("lets neighbours vote with their similarity", () => {
    expect(trainNearestNeighbours(examples, config({ k: 1 })).predict("my card was stolen").output).toBe("a");
    expect(trainNearestNeighbours(examples, config()).predict("rate")).toEqual({
      output: "c",
      confidence: 1,
    });
  });

  it("gives ties to the alphabetically first label", () => {
    expect(trainNearestNeighbours(examples, config()).predict("card")).toEqual({
      output: "a",
      confidence: expect.closeTo(0.5, 12),
    });
  });

  it("falls back to the most frequent label", () => {
    expect(trainNearestNeighbours(examples, config()).predict("…")).toEqual({ output: "c", confidence: 0 });
  });

  it.runIf(hasBanking77())("is right on most of banking77", async () => {
    const model = trainNearestNeighbours(await readBanking77("train"), config());
    const test = await readBanking77("test");
    const right = test.filter(({ input, expected }) => model.predict(input).output === expected).length;
    expect(right / test.length).toBeGreaterThan(0.8);
  });
});
