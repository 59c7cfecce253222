import type { JudgePrompt } from "../judge-prompt.ts";

export const rubricPrompts = [
  {
    name: "rubric",
    version: 1,
    task: "You judge the answer that a program gave to an input. Judge only what is asked below, strictly and without regard to length, style or politeness unless they are asked for. If a REFERENCE is given, it is right: an answer that contradicts it is wrong, and an answer that says the same in other words is right.",
  },
] as const satisfies readonly JudgePrompt[];
