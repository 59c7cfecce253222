import type { JudgePrompt } from "../judge-prompt.ts";

export const pairwisePrompts = [
  {
    name: "pairwise",
    version: 1,
    task: "You compare two answers to the same INPUT and say which one is better: more correct first, then more helpful. Neither the order in which they are shown nor their length makes one better. If neither is clearly better, say tie.",
  },
] as const satisfies readonly JudgePrompt[];
