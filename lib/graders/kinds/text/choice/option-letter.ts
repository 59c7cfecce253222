export type LetterReading =
  | { status: "letter"; letter: string }
  | { status: "none" }
  /** Upper case, in order of appearance; at least two. */
  | { status: "several"; letters: string[] };

/** What may stand around a letter: brackets, quotation marks, Markdown emphasis, a TeX box or text. */
const OPEN = /[\s([{*_"'“‘`$]*(?:\\(?:boxed|text|mathrm|textbf)\{[\s([{*_]*)*/.source;
const CLOSE = /(?![\p{L}\p{N}])/u.source;
const LETTER = `${OPEN}(?<letter>[A-Za-z])${CLOSE}`;
const IS = String.raw`(?:\s+(?:is|would be|must be|should be))?\s*[:=]?\s*(?:option|choice|letter)?`;
const NOUN = "(?:answer|choice|option|letter)";
const MARKUP = "[*_]*";

/** Phrases that name a letter as the answer, each with a group `letter`. */
const CLAIMS = [
  // "ANSWER: B", "The answer is b.", "Final answer - (C)", "Correct option: D"
  `\\banswer${MARKUP}(?:\\s+(?:is|would be|must be|should be)|\\s*[:=–—-])${MARKUP}\\s*[:=]?${MARKUP}\\s*(?:option\\s|choice\\s|letter\\s)?${LETTER}`,
  `\\b(?:correct|right|best|final)\\s+${NOUN}${MARKUP}${IS}${LETTER}`,
  // "I choose B", "I would go with option C"
  `\\bI(?:['’]ll| will| would|['’]d)?\\s+(?:choose|pick|select|go with)\\s+(?:option\\s|choice\\s|answer\\s)?${LETTER}`,
  // "(B) is correct", "Option B is the right answer"
  `(?<![\\p{L}\\p{N}])\\(?(?<letter>[A-Z])\\)?\\s+is\\s+(?:the\\s+)?(?:correct|right|best)\\b`,
  // "\\boxed{B}"
  `\\\\boxed\\{${LETTER}`,
].map((source) => new RegExp(source, "giu"));

const WHOLE = new RegExp(
  `^${OPEN}(?:option\\s+|choice\\s+)?(?<letter>[A-Za-z])[\\s)\\]}*_"'”’\`$.,:;!]*$`,
  "iu",
);
/** "B) Paris", "(B) Paris", "B. Paris", "**B**: Paris" at the beginning of a line. */
const LINE_START = /^[\s>*_-]*(?:\((?<bracketed>[A-Za-z])\)|(?<plain>[A-Z])[*_]*[).:])/gmu;
const BRACKETED = /(?<![\p{L}\p{N}])[([](?<letter>[A-Za-z])[)\]]/gu;
const ALONE = /(?<![\p{L}\p{N}'’])(?<letter>[A-Z])(?![\p{L}\p{N}'’])/gu;
const NEGATED = /(?:\bnot|n['’]t|\bneither|\bnor)(?:\s+(?:be|option|choice|answer))?[\s("'“*]*$/i;
const ALTERNATIVE =
  /^[)\]}*_"'”’\s]*(?:,?\s*(?:or|and)\b|[/&])[\s([*_"'“]*(?:option\s|choice\s)?(?<letter>[A-Z])(?![\p{L}\p{N}])/u;

/** Longer answers are read at their beginning and end only. */
const READ_CHARS = 20_000;

/**
 * The letter that an answer to a multiple-choice question chooses, upper case. Read in this order, and the first that finds a letter
 * decides: phrases that claim one (“ANSWER: B”, “The answer is b.”, “\boxed{B}”); a letter that is all of the answer; letters of
 * options at the beginnings of lines (“B) Paris”); letters in brackets; capital letters that stand alone and are no article or pronoun.
 * Only letters up to `lastLetter` count where no phrase claims them. Two different letters at one of these steps are `several`.
 */
export function readOptionLetter(answer: string, lastLetter: string): LetterReading {
  const text =
    answer.length <= 2 * READ_CHARS ? answer : `${answer.slice(0, READ_CHARS)}\n${answer.slice(-READ_CHARS)}`;
  const isOption = (letter: string) => letter <= lastLetter;
  const steps = [
    () => claimed(text),
    () => lettersOf(WHOLE.exec(text.length <= 100 ? text : "")),
    () => matches(text, LINE_START).filter(isOption),
    () => matches(text, BRACKETED).filter(isOption),
    () => alone(text).filter(isOption),
  ];
  for (const step of steps) {
    const letters = [...new Set(step())];
    const [letter] = letters;
    if (letter === undefined) continue;
    return letters.length === 1 ? { status: "letter", letter } : { status: "several", letters };
  }
  return { status: "none" };
}

function claimed(text: string): string[] {
  return CLAIMS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
      const letter = match.groups?.letter ?? "";
      if (isWordOf(letter, rest) || NEGATED.test(text.slice(Math.max(0, match.index - 20), match.index)))
        return [];
      return [letter.toUpperCase(), ...lettersOf(ALTERNATIVE.exec(rest))];
    }),
  );
}

/** "The answer is a matter of taste", "The answer, I think": a letter that is a word of the sentence. */
function isWordOf(letter: string, rest: string): boolean {
  if (letter === "I") return /^\s+\p{L}/u.test(rest);
  return letter !== letter.toUpperCase() && /^\s+\p{L}/u.test(rest);
}

function alone(text: string): string[] {
  return [...text.matchAll(ALONE)].flatMap((match) => {
    const letter = match.groups?.letter ?? "";
    const rest = text.slice(match.index + 1, match.index + 20);
    const isWord = (letter === "A" || letter === "I") && /^\s+\p{Ll}/u.test(rest);
    const before = text.slice(Math.max(0, match.index - 20), match.index);
    return isWord || NEGATED.test(before) ? [] : [letter];
  });
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) =>
    NEGATED.test(text.slice(Math.max(0, match.index - 20), match.index)) ? [] : lettersOf(match),
  );
}

function lettersOf(match: RegExpExecArray | null): string[] {
  const { letter, bracketed, plain } = match?.groups ?? {};
  const found = letter ?? bracketed ?? plain;
  return found === undefined ? [] : [found.toUpperCase()];
}
