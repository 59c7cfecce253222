import type { PairedDifference } from "./paired-difference.ts";

export type DifferenceWords = {
  tone: "better" | "worse" | "unclear";
  /** The verdict: "Better by 4.2 points [1.1, 7.3]". */
  headline: string;
  /** What it rests on. */
  detail: string;
};

type Names = { baseline: string; candidate: string };

/** The difference as a sentence that claims no more than the interval does. `withheld`: a note says why no verdict is given. */
export function differenceWords(
  difference: PairedDifference | null,
  { baseline, candidate }: Names,
  { withheld }: { withheld: boolean },
): DifferenceWords {
  if (difference === null) {
    return {
      tone: "unclear",
      headline: "Nothing to compare",
      detail: "No case was judged in both runs.",
    };
  }
  const basis = basisOf(difference);
  if (withheld) {
    return {
      tone: "unclear",
      headline: `No verdict: measured difference ${signed(difference.difference)} points ${interval(difference.lower, difference.upper)}`,
      detail: `${basis} The notes above say why there is no verdict.`,
    };
  }
  switch (difference.direction) {
    case "better":
      return {
        tone: "better",
        headline: `Better by ${points(difference.difference)} points ${interval(difference.lower, difference.upper)}`,
        detail: `${capitalised(candidate)} passes more of the same cases than ${baseline}. ${basis}`,
      };
    case "worse":
      return {
        tone: "worse",
        headline: `Worse by ${points(-difference.difference)} points ${interval(-difference.upper, -difference.lower)}`,
        detail: `${capitalised(candidate)} passes fewer of the same cases than ${baseline}. ${basis}`,
      };
    case "unclear":
      return {
        tone: "unclear",
        headline: `Cannot tell: ${signed(difference.difference)} points ${interval(difference.lower, difference.upper)}`,
        detail: `The interval includes no change. ${basis}`,
      };
  }
}

function basisOf({ n, fixed, broken, midP }: PairedDifference): string {
  const changed =
    fixed + broken === 0 ? "No case changed its verdict" : `${count(fixed)} fixed, ${count(broken)} broken`;
  return `${changed} of n = ${count(n)} cases judged in both; McNemar mid-p ${formatP(midP)}.`;
}

/** A p-value never as 0: what is smaller than a thousandth says so. */
export function formatP(p: number): string {
  return p < 0.001 ? "< 0.001" : `= ${p.toFixed(p < 0.1 ? 3 : 2)}`;
}

const count = (value: number) => value.toLocaleString("en");
const points = (share: number) => (share * 100).toFixed(1);
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function signed(share: number): string {
  const text = points(Math.abs(share));
  if (Number(text) === 0) return text;
  return `${share > 0 ? "+" : "\u2212"}${text}`;
}

function interval(lower: number, upper: number): string {
  return `[${withMinus(lower)}, ${withMinus(upper)}]`;
}

function withMinus(share: number): string {
  const text = points(Math.abs(share));
  return share < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
}
