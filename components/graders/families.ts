import type { GraderFamily } from "#lib/graders/grader-kind.ts";

/** In the order in which they are offered. */
export const families: readonly { family: GraderFamily; title: string; text: string }[] = [
  { family: "text", title: "Text", text: "The answer has to say something definite." },
  { family: "numbers", title: "Numbers", text: "The answer has to state the right amount." },
  { family: "structure", title: "Structure", text: "The answer is JSON that a program reads." },
  { family: "overlap", title: "Word overlap", text: "There are many right wordings; closeness is measured." },
];
