import { expect, test } from "vitest";
import type { FlipPlan } from "#lib/runs/control/grading/preview/describe-preview.ts";
import { noFlips } from "#lib/runs/control/grading/preview/flip.ts";
import { changeSentence, outsideSentence } from "./flip-words.ts";

const plan: FlipPlan = { runNumber: 7, graders: [], answers: 1_200, lookedAt: 1_200, sampleSize: 20 };
const judge = {
  ...{ graderId: "g", name: "Judge", number: 1, newNumber: 2, execution: "remote" as const },
  ...{ callsPerAnswer: 3, meanMicroUsd: 500 },
};

test("a preview is told in one sentence", () => {
  expect(changeSentence({ ...noFlips, same: 40 })).toBe("None of 40 verdicts would change.");
  expect(changeSentence({ ...noFlips, same: 40, passedToFailed: 1, toUnscored: 2 })).toBe(
    "3 of 43 verdicts would change.",
  );
});

test("a grader that asks somebody tells its calls and its cost", () => {
  expect(outsideSentence(judge, plan)).toMatch(/3,600 calls for 1,200 answers, about \$0\.60? by what/);
  expect(outsideSentence({ ...judge, meanMicroUsd: null }, plan)).toContain("not known yet");
  expect(outsideSentence({ ...judge, execution: "isolated" }, plan)).toContain("this machine");
});
