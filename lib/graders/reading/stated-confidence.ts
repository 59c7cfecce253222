import { quoteValue } from "./quote.ts";

/** How a number without a percent sign is read. */
export type ConfidenceScale = "fraction" | "percent";

export type ConfidenceReading = { confidence: number } | { problem: string };

/** A confidence in 0..1 from a number, or from a text such as "0.8" or "80 %". With a percent sign it is always percent. */
export function readConfidence(value: unknown, scale: ConfidenceScale): ConfidenceReading {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  const [, digits = "", percent] = numberShape.exec(text) ?? [];
  if (digits === "") return { problem: `The confidence ${quoteValue(value)} is not a number.` };
  const confidence = Number(digits) / (percent !== undefined || scale === "percent" ? 100 : 1);
  if (confidence >= 0 && confidence <= 1) return { confidence };
  const range = scale === "percent" || percent !== undefined ? "0 to 100" : "0 to 1";
  return { problem: `The confidence ${quoteValue(value)} is not from ${range}.` };
}

const numberShape = /^(-?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:e-?\d{1,3})?)\s?(%)?$/i;

/** What follows the word within so many characters belongs to it. */
const reachChars = 60;
const after =
  /^["'*_`]{0,3}(?: (?:score|level))?["'*_`]{0,3}\s{0,3}(?:is|of|was|[:=])?\s{0,3}["'*_`]{0,3}\s{0,3}(-?(?:\d{1,15}(?:\.\d{1,20})?|\.\d{1,20})(?:\s?%)?)/i;

/** The number after the last mention of `word` that is followed by one, as it is written; null without one. Case plays no part. */
export function textAfterWord(text: string, word: string): string | null {
  const mention = new RegExp(
    word.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`),
    "giu",
  );
  let found: string | null = null;
  for (const { 0: written, index } of text.matchAll(mention)) {
    const end = index + written.length;
    found = after.exec(text.slice(end, end + reachChars))?.[1] ?? found;
  }
  return found;
}
