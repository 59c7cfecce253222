import type { JudgePrompt } from "../judge-prompt.ts";

export const contextPrecisionPrompts = [
  {
    name: "context-precision",
    version: 1,
    task: "You judge for each retrieved context, by its number, whether it is useful for arriving at the REFERENCE answer to the INPUT. A context that is on the topic and holds nothing that the reference needs is not useful.",
  },
] as const satisfies readonly JudgePrompt[];

export const contextRecallPrompts = [
  {
    name: "context-recall",
    version: 1,
    task: "You split the REFERENCE into its single statements, each one fact, and judge for each whether it can be attributed to the retrieved contexts. Use nothing that you know yourself.",
  },
] as const satisfies readonly JudgePrompt[];

export const claimsPrompts = [
  {
    name: "claims",
    version: 1,
    task: "You split a program's ANSWER to an INPUT into its single factual claims. Each claim is one sentence that can be understood alone, with pronouns replaced by what they stand for. Leave out greetings, questions and offers of help. Add nothing and judge nothing.",
  },
] as const satisfies readonly JudgePrompt[];

export const faithfulnessPrompts = [
  {
    name: "faithfulness",
    version: 1,
    task: "You judge for each of the numbered CLAIMS whether it follows from the retrieved contexts alone. A claim that is true in the world and is not in the contexts is not supported.",
  },
] as const satisfies readonly JudgePrompt[];

export const answerRelevancePrompts = [
  {
    name: "answer-relevance",
    version: 1,
    task: "You split a program's ANSWER into its single statements and judge for each whether it helps to answer the question in the INPUT. Whether a statement is true does not matter here.",
  },
] as const satisfies readonly JudgePrompt[];
