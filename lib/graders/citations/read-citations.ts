export type Citation = { type: "number"; number: number } | { type: "id"; id: string };

const MAX_CITATIONS = 2_000;
const BRACKETS = /[[【](?<inside>[^[\]【】\n]{1,120})[\]】](?!\()/gu;
const NUMBERS = /^\s*\d{1,4}(?:\s*[-–]\s*\d{1,4})?(?:\s*[,;]\s*\d{1,4}(?:\s*[-–]\s*\d{1,4})?)*\s*$/;
/** A range longer than this is no citation. */
const MAX_RANGE = 50;

/**
 * The citations of a text: [1], [1, 3], [2-4] and 【1】 by number; with `ids`, what stands in brackets and is no number is an id.
 * A Markdown link [text](address) is none.
 */
export function readCitations(text: string, { ids }: { ids: boolean }): Citation[] {
  const citations: Citation[] = [];
  for (const match of text.matchAll(BRACKETS)) {
    const inside = match.groups?.inside ?? "";
    if (NUMBERS.test(inside))
      citations.push(...numbersOf(inside).map((number) => ({ type: "number" as const, number })));
    else if (ids)
      citations.push(...inside.split(/[,;]/).map((id) => ({ type: "id" as const, id: id.trim() })));
    if (citations.length >= MAX_CITATIONS) return citations.slice(0, MAX_CITATIONS);
  }
  return citations;
}

function numbersOf(inside: string): number[] {
  return inside.split(/[,;]/).flatMap((part) => {
    const [from = Number.NaN, to = from] = part.split(/[-–]/).map(Number);
    if (to < from || to - from > MAX_RANGE) return [from, to];
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

const QUOTED = /“([^”]{1,2000})”|"([^"\n]{1,2000})"|„([^“”]{1,2000})[“”]|«([^»]{1,2000})»/gu;

/** The passages of a text that stand in quotation marks and have at least so many words. */
export function readQuotations(text: string, fewestWords: number): string[] {
  return [...text.matchAll(QUOTED)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? "")
    .filter((quotation) => quotation.trim().split(/\s+/).length >= fewestWords);
}

/** The sentences of a text, each with the citations that follow its full stop; pieces without a letter are left out. */
export function citedSentences(text: string): string[] {
  return text
    .replace(/([.!?。！？]["”»)]?)[ \t]*((?:[[【][^[\]【】\n]{1,120}[\]】][ \t]*)+)/gu, " $2$1 ")
    .split(/(?<=[.!?]["”»)]?)\s+|(?<=[。！？])|\n+/u)
    .filter((sentence) => /\p{L}{2}/u.test(sentence));
}
