import type { GraderFamily } from "#lib/graders/grader-kind.ts";

/** In the order in which they are offered. */
export const families: readonly { family: GraderFamily; title: string; text: string }[] = [
  { family: "text", title: "Text", text: "The answer has to say something definite." },
  { family: "numbers", title: "Numbers", text: "The answer has to state the right amount." },
  { family: "structure", title: "Structure", text: "The answer is data or markup that a program reads." },
  { family: "overlap", title: "Word overlap", text: "There are many right wordings; closeness is measured." },
  { family: "programs", title: "Programs", text: "The answer is a query or code, which is run." },
  { family: "meaning", title: "Meaning", text: "What counts is what was meant; a model judges or compares." },
  {
    family: "agents",
    title: "Retrieval and agents",
    text: "What was looked up, which tools were called, and where it ended.",
  },
  {
    family: "operations",
    title: "Operations",
    text: "How long the answer took, what it cost and how it ended.",
  },
];
