import { describe, expect, test } from "vitest";
import { newId } from "#lib/ids/new-id.ts";
import { paramsOfQuestion } from "./params-of-question.ts";
import { decideHref, type QuestionParams, readQuestionParams } from "./question-params.ts";
import { questionSchema } from "./question-schema.ts";
import { readQuestion } from "./read-question.ts";

const datasetId = newId();
const modelId = newId();
const full: QuestionParams = {
  dataset: datasetId,
  runs: [newId(), newId()],
  floor: "93",
  slices: [{ dimension: "metadata.a:b", value: "50 % & more", floor: "80" }],
  regression: "1.5",
  critical: "tag",
  criticalTag: "must pass",
  p95: "400",
  cost: "1.20",
  missing: "2",
  cases: "200",
  own: true,
  licence: "Apache-2.0, MIT",
  margin: "3",
  value: "0.50",
  wrong: "3",
  traffic: "100,000",
  stated: { [modelId]: "0.40" },
};
const queryOf = (href: string) => new URL(href, "http://here").searchParams;

describe("the address", () => {
  test("holds the whole question", () => {
    expect(readQuestionParams(queryOf(decideHref(full)))).toEqual(full);
  });

  test("says nothing of what is empty, and survives nonsense", () => {
    const empty = readQuestionParams(new URLSearchParams());
    expect(decideHref({ ...empty, dataset: datasetId })).toBe(`/decisions/new?dataset=${datasetId}`);
    const odd = new URLSearchParams("dataset=x&runs=1,2&slice=%25&slice=a:%25E0%25A4:9&stated=x:1&floor=abc");
    expect(readQuestionParams(odd)).toEqual({ ...empty, floor: "abc" });
  });
});

describe("readQuestion", () => {
  test("reads percentages, dollars and lists", () => {
    const { question, problems } = readQuestion(full);
    expect(problems).toEqual({});
    expect(questionSchema.parse(question)).toMatchObject({
      datasetId,
      bar: {
        policy: {
          passRate: 0.93,
          regression: { margin: 0.015 },
          critical: { tag: "must pass" },
          slices: [{ dimension: "metadata.a:b", value: "50 % & more", passRate: 0.8 }],
          latencyP95Ms: 400,
          withoutVerdictShare: 0.02,
          minimumCases: 200,
        },
        costPer1000MicroUsd: 1_200_000,
        selfHostedOnly: true,
      },
      margin: 0.03,
      stakes: {
        valueOfRightMicroUsd: 500_000,
        costOfWrongMicroUsd: 3_000_000,
        requestsPerMonth: 100_000,
      },
      statedCosts: { [modelId]: 400_000 },
    });
  });

  test("a question that was asked can be typed again", () => {
    const asked = questionSchema.parse(readQuestion(full).question);
    const again = readQuestion(paramsOfQuestion(asked));
    expect(again.problems).toEqual({});
    expect(questionSchema.parse(again.question)).toEqual(asked);
  });

  test.each([
    [{ floor: "many" }, "floor"],
    [{ floor: "120" }, "floor"],
    [{ p95: "0" }, "p95"],
    [{ cost: "-1" }, "cost"],
    [{ cases: "2.5" }, "cases"],
    [{ traffic: "" }, "traffic"],
    [{ stated: { [modelId]: "cheap" } }, `stated.${modelId}`],
  ])("names the field of %j, and asks for nothing there", (part, field) => {
    const { question, problems } = readQuestion({ ...full, ...part });
    expect(Object.keys(problems)).toContain(field);
    expect(questionSchema.safeParse(question).success).toBe(true);
  });

  test("without a dataset there is no question", () => {
    expect(readQuestion({ ...full, dataset: "" }).question).toBeNull();
  });
});
