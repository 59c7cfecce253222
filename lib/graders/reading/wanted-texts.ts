import { z } from "zod";
import { acceptedAnswers } from "./accepted-answers.ts";

const MAX_TEXTS = 100;

/** Settings of a grader whose texts are the same for every case, or stand in the case's expected value. */
export const wantedTextsShape = {
  source: z.enum(["expected", "config"]),
  texts: z
    .array(
      z
        .string()
        .min(1, "A text to look for must not be empty.")
        .max(10_000, "A text has at most 10,000 characters."),
    )
    .max(MAX_TEXTS, `At most ${MAX_TEXTS} texts.`),
};
type WantedTexts = { source: "expected" | "config"; texts: string[] };

/** For `refine`: fixed texts need at least one text. */
export function hasTexts({ source, texts }: WantedTexts): boolean {
  return source === "expected" || texts.length > 0;
}
export const textsMissing = { path: ["texts"], message: "Enter at least one text to look for." };

/** The texts to look for; null when they stand in the expected value and the case has none. */
export function wantedTexts({ source, texts }: WantedTexts, expected: unknown): string[] | null {
  return source === "config" ? texts : acceptedAnswers(expected);
}

/** Some texts in a sentence: “red”, “blue” and 4 more. */
export function quotedList(quoted: readonly string[], shown: number): string {
  const more = quoted.length - shown;
  return more > 0 ? `${quoted.slice(0, shown).join(", ")} and ${more} more` : quoted.join(", ");
}
