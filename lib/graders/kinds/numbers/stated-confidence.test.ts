import { expect, test } from "vitest";
import { inlineGrader } from "../../testing/inline-grader.ts";
import { statedConfidence } from "./stated-confidence.ts";

const gradeOf = (config: object, output: string, metadata: Record<string, unknown> = {}) => {
  const { kind, defaults, direction, defaultThreshold: threshold } = statedConfidence;
  const grade = inlineGrader({ kind, config: { ...defaults, ...config }, direction, threshold });
  return grade({ input: {}, expected: undefined, output, metadata });
};

test.each<[string, object, string, number]>([
  ["after the word", {}, "Paris. Confidence: 0.8", 0.8],
  ["with a percent sign", {}, "Paris\nCONFIDENCE = 85 %", 0.85],
  ["in bold", {}, "**Confidence:** 0.9", 0.9],
  ["in a sentence", {}, "My confidence is 1.", 1],
  ["as a score", {}, "Confidence score: .25", 0.25],
  ["as JSON in a text", {}, 'So {"confidence": 0.4}', 0.4],
  ["the last mention with a number", {}, "confidence: 0.2, then confidence: 0.7. I have confidence", 0.7],
  ["another word", { name: "certainty (%)", scale: "percent" }, "certainty (%): 60", 0.6],
  ["a field", { source: "json" }, '```json\n{"confidence": 0.5}\n```', 0.5],
  [
    "a deep field in percent",
    { source: "json", name: "a.sure", scale: "percent" },
    '{"a":{"sure":"70"}}',
    0.7,
  ],
  ["a tiny number", { source: "json" }, '{"confidence": 1e-7}', 1e-7],
])("reads it %s", (_name, config, output, score) => {
  const graded = gradeOf(config, output);
  expect(graded).toMatchObject({ status: "scored" });
  expect(graded.status === "scored" && graded.score).toBeCloseTo(score, 12);
});

test("reads it from the metadata of the case", () => {
  expect(gradeOf({ source: "metadata" }, "x", { confidence: 0.3 })).toMatchObject({ score: 0.3 });
});

test.each<[string, object, string, RegExp]>([
  ["no word", {}, "Paris", /no number after “confidence”/],
  ["a word without a number", {}, "I have every confidence in that", /no number/],
  ["beyond the scale", {}, "Confidence: 85", /“85” is not from 0 to 1/],
  ["beyond 100 percent", {}, "Confidence: 120%", /not from 0 to 100/],
  ["negative", { source: "json" }, '{"confidence": -0.1}', /not from 0 to 1/],
  ["not JSON", { source: "json" }, "Paris", /not JSON/],
  ["no such field", { source: "json" }, '{"sure": 1}', /no field “confidence”/],
  ["an inherited field", { source: "json", name: "constructor.name" }, "{}", /no field/],
  ["no number", { source: "json" }, '{"confidence": "high"}', /is not a number/],
  ["null", { source: "json" }, '{"confidence": null}', /is not a number/],
])("is unscored with the reason: %s", (_name, config, output, reason) => {
  expect(gradeOf(config, output)).toMatchObject({
    status: "unscored",
    reason: expect.stringMatching(reason),
  });
});
