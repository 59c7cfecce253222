import { expect, test } from "vitest";
import { openGrader } from "../../open-grader.ts";
import { scriptedServices } from "../../testing/scripted-services.ts";

const asked = { input: {}, expected: null, output: "x", metadata: {} };
const never = new AbortController().signal;

async function gradeOf(said: object, decides?: "pass" | "score") {
  const config = {
    ...{ url: "http://127.0.0.1:9/", secretId: null, timeoutSeconds: 5 },
    ...(decides && { decides }),
  };
  const rule = { kind: "webhook", config, direction: "higher" as const, threshold: 0.7 };
  const opened = openGrader(rule, scriptedServices({ webhook: () => said }).services);
  return await opened.grade(asked, never);
}

test.each([
  ["pass decides, beside a low score", { pass: true, score: 0.2 }, "pass", { score: 1, passed: true }],
  ["fail decides, beside a high score", { pass: false, score: 0.9 }, "pass", { score: 0, passed: false }],
  ["without pass, the score does", { score: 0.8 }, "pass", { score: 0.8, passed: true }],
  ["the score decides, against pass", { pass: true, score: 0.2 }, "score", { score: 0.2, passed: false }],
  [
    "a version without a choice takes pass",
    { pass: true, score: 0.2 },
    undefined,
    { score: 1, passed: true },
  ],
] as const)("%s", async (_name, said, decides, expected) => {
  expect(await gradeOf(said, decides)).toMatchObject({ status: "scored", ...expected });
});

test("what does not decide stays in the detail", async () => {
  expect(await gradeOf({ pass: true, score: 0.2 }, "pass")).toMatchObject({ detail: { score: 0.2 } });
  expect(await gradeOf({ pass: true, score: 0.2 }, "score")).toMatchObject({ detail: { pass: true } });
  expect((await gradeOf({ pass: true }, "pass")).detail).toBeUndefined();
});

test("a score that is missing where it decides is unscored, with what to do", async () => {
  expect(await gradeOf({ pass: true }, "score")).toMatchObject({
    status: "unscored",
    reason: expect.stringContaining("gave no score"),
  });
});
