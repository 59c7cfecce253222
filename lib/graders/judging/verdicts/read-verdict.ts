import { quote } from "../../reading/quote.ts";
import { hasDoubleKeys, jsonObjectsIn } from "./json-objects.ts";

export type Reading<Verdict> =
  | { status: "read"; verdict: Verdict }
  | { status: "unreadable"; reason: string };

export type VerdictReader<Verdict> = {
  /** The verdict that a JSON value states, or null. */
  ofJson(value: unknown): Verdict | null;
  /** The verdict that a word after `VERDICT:` states, or null. */
  ofWord(word: string): Verdict | null;
  /** Two verdicts with the same key agree, whatever their reasons. */
  keyOf(verdict: Verdict): string;
};

const maxChars = 200_000;
/** Bounded everywhere: an answer of white space only must not take long. */
const verdictLine = /^[ \t*_#>-]{0,20}VERDICT[*_ \t]{0,10}:[*_ \t]{0,10}([\w -]{1,80}?)[*_. \t\r]{0,10}$/gim;

/**
 * The verdict in a judge's answer: the JSON that was asked for, also inside of prose or a code fence, else a last line
 * `VERDICT: …`. What the judge only quotes from the judged texts is not its verdict. Two verdicts that contradict each other, a key
 * that is there twice, and prose without a verdict are unreadable; nothing is ever guessed.
 */
export function readVerdict<Verdict>(
  text: string,
  judged: readonly string[],
  reader: VerdictReader<Verdict>,
): Reading<Verdict> {
  const answer = text.trim();
  if (answer === "") return unreadable("The judge’s answer is empty.");
  if (answer.length > maxChars) return unreadable("The judge’s answer is longer than 200,000 characters.");
  const isQuoted = quotesFrom(judged);
  const objects = jsonObjectsIn(answer);
  const own = objects.filter((object) => !isQuoted(object));
  if (own.some(hasDoubleKeys)) return unreadable("The judge’s answer names the same field twice.");
  const stated = own.map((object) => reader.ofJson(JSON.parse(object))).filter((one) => one !== null);
  const lines = verdictLines(answer).filter(({ line }) => !isQuoted(line));
  const said = lines.map(({ word }) => reader.ofWord(word)).filter((one) => one !== null);
  const [first, ...more] = [...stated, ...said];
  if (first === undefined) {
    const onlyQuoted = objects.length > own.length || verdictLines(answer).length > lines.length;
    return unreadable(
      onlyQuoted
        ? "The judge only repeated a verdict that stands in the judged text."
        : `The judge gave no verdict that can be read. It said: ${quote(answer, 160)}.`,
    );
  }
  if (more.some((verdict) => reader.keyOf(verdict) !== reader.keyOf(first)))
    return unreadable("The judge gave two verdicts that contradict each other.");
  if (stated.length === 0 && !lines.some(({ isLast }) => isLast))
    return unreadable("The judge went on after its verdict, so it is not clear what holds.");
  return { status: "read", verdict: first };
}

function verdictLines(answer: string): { line: string; word: string; isLast: boolean }[] {
  return [...answer.matchAll(verdictLine)].map((match) => ({
    line: match[0].trim(),
    word: match[1] ?? "",
    isLast: answer.slice(match.index + match[0].length).trim() === "",
  }));
}

/** Whether a text stands in one of the judged texts, whatever the white space. */
function quotesFrom(judged: readonly string[]): (text: string) => boolean {
  const texts = judged.map(compact);
  return (text) => {
    const wanted = compact(text);
    return texts.some((one) => one.includes(wanted));
  };
}

function compact(text: string): string {
  return text.replace(/\s+/g, "");
}

function unreadable<Verdict>(reason: string): Reading<Verdict> {
  return { status: "unreadable", reason };
}
