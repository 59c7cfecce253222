import type { JudgePrompt } from "../judge-prompt.ts";

export const factualityPrompts = [
  {
    name: "factuality",
    version: 1,
    task: "You compare the facts in a program's ANSWER with those in a REFERENCE, which is right. Differences in style, order, grammar and punctuation do not count. Decide which one of the classes below holds.",
  },
] as const satisfies readonly JudgePrompt[];
