import { fencedTexts } from "../reading/fenced-texts.ts";
import { quote } from "../reading/quote.ts";

export type JsonReading = { status: "json"; value: unknown } | { status: "not-json"; reason: string };

/**
 * The JSON value that an answer is, or the reason why it is none, as a sentence. With `allowFence`, the JSON may also stand in the
 * first Markdown code fence of the answer, whatever text is around it. Linear in the length of the text.
 */
export function jsonFromText(text: string, { allowFence }: { allowFence: boolean }): JsonReading {
  const trimmed = text.trim();
  if (trimmed === "") return { status: "not-json", reason: "The answer is empty, so it is not JSON." };
  const whole = parse(trimmed);
  if (whole !== undefined) return { status: "json", value: whole };
  const fenced = fencedTexts(trimmed);
  if (allowFence) {
    for (const candidate of fenced) {
      const value = parse(candidate);
      if (value !== undefined) return { status: "json", value };
    }
  }
  return { status: "not-json", reason: whyNot(trimmed, fenced.length > 0, allowFence) };
}

/** Undefined stands for "not JSON": no JSON text has that value. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function whyNot(text: string, hasFence: boolean, allowFence: boolean): string {
  if (hasFence && !allowFence) {
    return "The answer wraps its JSON in a code fence, and this grader takes bare JSON only.";
  }
  if (hasFence) return `The code fence in the answer does not hold valid JSON: ${quote(text)}.`;
  const looksLikeJson = text.startsWith("{") || text.startsWith("[");
  return looksLikeJson
    ? `The answer begins like JSON and is not valid: ${syntaxError(text)}.`
    : `The answer is not JSON: ${quote(text)}.`;
}

function syntaxError(text: string): string {
  try {
    JSON.parse(text);
    return "unknown error";
  } catch (error) {
    const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
    if (position === undefined) return "it stops before its end";
    const at = Number(position);
    return `an error at character ${(at + 1).toLocaleString("en-GB")}, near ${quote(text.slice(Math.max(0, at - 15), at + 15), 40)}`;
  }
}
