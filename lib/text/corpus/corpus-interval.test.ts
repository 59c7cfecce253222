import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corpusBleu } from "../bleu/bleu.ts";
import { bleuOfSums } from "../bleu/bleu-sums.ts";
import { corpusChrf } from "../chrf/chrf.ts";
import { chrfOfSums } from "../chrf/chrf-sums.ts";
import { corpusBleuInterval, corpusChrfInterval, intervalOfSums } from "./corpus-interval.ts";

const sentence = fc
  .array(fc.constantFrom("the", "cat", "sat", "on", "a", "mat", "dog", "ran"), {
    minLength: 1,
    maxLength: 12,
  })
  .map((words) => words.join(" "));
const pairs = fc.array(
  fc.record({ hypothesis: sentence, references: fc.array(sentence, { minLength: 1, maxLength: 2 }) }),
  { minLength: 2, maxLength: 12 },
);

describe("intervals of corpus metrics", () => {
  it("have the corpus score as their estimate, and contain it in order", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const bleu = corpusBleuInterval(list, {}, { resamples: 50 });
        const chrf = corpusChrfInterval(list, { wordOrder: 2 }, { resamples: 50 });
        expect(bleu?.estimate).toBeCloseTo(corpusBleu(list).score, 9);
        expect(chrf?.estimate).toBeCloseTo(corpusChrf(list, { wordOrder: 2 }), 9);
        for (const interval of [bleu, chrf]) {
          expect(interval?.percentile.lower).toBeLessThanOrEqual(interval?.percentile.upper ?? 0);
          expect(interval?.undefinedResamples).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("draw clusters whole, and repeat for a seed", () => {
    const list = Array.from({ length: 12 }, (_, index) => ({
      hypothesis: index % 3 === 0 ? "the cat sat on the mat" : "a dog ran over the mat today",
      references: ["the cat sat on a mat"],
    }));
    const clusters = list.map((_, index) => String(index % 3));
    const clustered = corpusBleuInterval(list, {}, { clusters, resamples: 200 });
    expect(clustered?.units).toBe(3);
    expect(clustered).toEqual(corpusBleuInterval(list, {}, { clusters, resamples: 200 }));
    expect(clustered?.standardError).toBeGreaterThan(
      corpusBleuInterval(list, {}, { resamples: 200 })?.standardError ?? 0,
    );
  });

  it("need two pairs and rows of one width", () => {
    expect(corpusBleuInterval([])).toBeNull();
    expect(corpusChrfInterval([{ hypothesis: "a", references: ["a"] }])).toBeNull();
    expect(() => intervalOfSums([[1, 2], [1]], 2, () => 0)).toThrow("Row 1 has 1 sums");
    expect(() => bleuOfSums([1, 2, 3], { method: "exp" })).toThrow("got 3");
    expect(() => chrfOfSums([1, 2], 2, "effective")).toThrow("got 2");
  });
});
