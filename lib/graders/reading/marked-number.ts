import { type NumberOptions, type NumberReading, numberFromText } from "./number-from-text.ts";

/** What announces a result: “#### 18”, “A: 18”, “The answer is 18”, “Answer: 18”, “\boxed{18}”. */
const MARK = /####|\\boxed\{|(?:^|\n)[\s*_]*A:|\banswer\b[\s*_]*(?:is|:|=)/gi;
const REACH_CHARS = 200;

/** The first number after the last mark of a result; without a mark, or a number after it, the last number of the text. */
export function markedNumber(text: string, options: Omit<NumberOptions, "take">): NumberReading {
  const last = [...text.matchAll(MARK)].at(-1);
  if (last !== undefined) {
    const start = last.index + last[0].length;
    const [line = ""] = text.slice(start, start + REACH_CHARS).split("\n", 1);
    const reading = numberFromText(line, { ...options, take: "first" });
    if (reading.status !== "none") return reading;
  }
  return numberFromText(text, { ...options, take: "last" });
}
