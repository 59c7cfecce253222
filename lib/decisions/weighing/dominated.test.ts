import fc from "fast-check";
import { expect, test } from "vitest";
import { dominatorOf, type QualityVerdict, type Weighed } from "./dominated.ts";

const model = (runId: string, cost: number | null, latency: number | null, unknown = 0): Weighed => ({
  runId,
  name: `model ${runId}`,
  costPer1000: cost === null ? null : { value: cost, unknown },
  latencyP95Ms: latency === null ? null : { value: latency },
});

test.each([
  ["cheaper, as fast, no worse", model("a", 10, 100), "no worse", "model b"],
  ["the same in everything and proven better", model("a", 5, 100), "better", "model b"],
  ["the same in everything and no worse", model("a", 5, 100), "no worse", null],
  ["cheaper, quality not shown", model("a", 10, 100), "cannot tell", null],
  ["cheaper but slower", model("a", 10, 90), "no worse", null],
  ["cost unknown", model("a", null, 100), "better", null],
  ["cost partly unknown", model("a", 10, 100, 3), "better", null],
  ["latency unknown", model("a", 10, null), "better", null],
] as const)("%s", (_what, one, verdict, expected) => {
  expect(dominatorOf(one, [one, model("b", 5, 100)], () => verdict)).toBe(expected);
});

test("no two models make each other needless", () => {
  const figure = fc.option(fc.integer({ min: 1, max: 3 }), { nil: null });
  const verdicts = fc.constantFrom<QualityVerdict>("better", "no worse", "worse", "cannot tell");
  fc.assert(
    fc.property(figure, figure, figure, figure, verdicts, (c1, l1, c2, l2, verdict) => {
      const [a, b] = [model("a", c1, l1), model("b", c2, l2)];
      const mirrored = {
        better: "worse",
        worse: "better",
        "no worse": "no worse",
        "cannot tell": "no worse",
      } as const;
      const quality = (first: string) => (first === "a" ? verdict : mirrored[verdict]);
      expect(dominatorOf(a, [a, b], quality) !== null && dominatorOf(b, [a, b], quality) !== null).toBe(
        false,
      );
    }),
  );
});
