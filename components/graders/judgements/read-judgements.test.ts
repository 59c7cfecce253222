import { expect, test } from "vitest";
import { readJudgements, readUsage } from "./read-judgements.ts";

test("judgements are read as they are stored", () => {
  const detail = {
    disagreement: 0.5,
    judgements: [
      { judge: "Small v1", verdict: { choice: "Good", reason: "Right." } },
      { judge: "Large v2", problem: "The judge’s answer is empty.", raw: "" },
    ],
    prompt: [{ role: "system", content: "You judge." }],
  };
  expect(readJudgements(detail)).toEqual({
    disagreement: 0.5,
    judgements: [
      { judge: "Small v1", verdict: '{"choice":"Good","reason":"Right."}', problem: null, raw: null },
      { judge: "Large v2", verdict: null, problem: "The judge’s answer is empty.", raw: "" },
    ],
    prompt: [{ role: "system", content: "You judge." }],
  });
});

test.each([null, undefined, "text", [], { fields: [] }, { judgements: 1 }])(
  "%j is no judgement",
  (detail) => {
    expect(readJudgements(detail)).toBeNull();
  },
);

test("an unknown cost stays unknown", () => {
  const usage = { calls: 2, promptTokens: 10, completionTokens: null, costMicroUsd: null };
  expect(readUsage(usage)).toEqual({ calls: 2, tokens: null, costMicroUsd: null, models: [], prompt: null });
  expect(readUsage(null)).toBeNull();
});
