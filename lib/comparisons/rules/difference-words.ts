import type { PairedComparison } from "#lib/outcomes/compare-pairs.ts";
import type { Claim } from "../forest/claim.ts";
import { moreCases, pointsText } from "../forest/claim-words.ts";

export type DifferenceWords = {
  tone: "better" | "worse" | "no worse" | "unclear";
  /** The verdict: "Better by 4.2 points [1.1, 7.3]". */
  headline: string;
  /** What it rests on. */
  detail: string;
};

type Stated = {
  comparison: PairedComparison | null;
  claim: Claim;
  adjustedP: number | null;
  /** Comparisons that the p-value is corrected for. */
  family: number;
  margin: number;
  /** "run 12" */
  baseline: string;
  candidate: string;
};

/** The difference between two runs as a sentence that claims no more than the evidence does. */
export function differenceWords(stated: Stated): DifferenceWords {
  const { comparison, claim, margin, baseline, candidate } = stated;
  if (comparison === null) {
    return {
      tone: "unclear",
      headline: "Nothing to compare",
      detail: `No case has a verdict in both ${baseline} and ${candidate}.`,
    };
  }
  const { difference, lower, upper } = comparison;
  const basis = basisOf(comparison, stated);
  const measured = `${signed(difference)} points ${interval(lower, upper)}`;
  switch (claim.kind) {
    case "better":
      return {
        tone: "better",
        headline: `Better by ${points(difference)} points ${interval(lower, upper)}`,
        detail: `${capitalised(candidate)} passes more of the same cases than ${baseline}. ${basis}`,
      };
    case "worse":
      return {
        tone: "worse",
        headline: `Worse by ${points(-difference)} points ${interval(-upper, -lower)}`,
        detail: `${capitalised(candidate)} passes fewer of the same cases than ${baseline}. ${basis}`,
      };
    case "no worse":
      return {
        tone: "no worse",
        headline: `No worse than ${pointsText(margin)}: ${measured}`,
        detail: `No difference is proven, and a loss of ${pointsText(margin)} or more is ruled out (one-sided, 5 %). ${basis}`,
      };
    case "cannot tell":
      return {
        tone: "unclear",
        headline: `Cannot tell yet: ${measured}`,
        detail: `${neededWords(claim)} ${basis}`,
      };
    case "withheld":
    case "no pairs":
      return {
        tone: "unclear",
        headline: `No verdict: measured difference ${measured}`,
        detail: `${basis} The notes above say why there is no verdict.`,
      };
  }
}

function neededWords({ casesNeeded, isOnlyAlone }: Extract<Claim, { kind: "cannot tell" }>): string {
  if (isOnlyAlone) {
    return "Its own interval excludes no change, but among all runs that are compared this is not beyond chance.";
  }
  return casesNeeded === null
    ? "The evidence shows neither a difference nor its absence."
    : `The evidence shows neither a difference nor its absence; about ${moreCases(casesNeeded)} would settle it, if the difference stays what it is.`;
}

function basisOf(comparison: PairedComparison, { adjustedP, family }: Stated): string {
  const { n, fixed, regressed, method } = comparison;
  const changed =
    fixed + regressed === 0
      ? "No case changed its verdict"
      : `${count(fixed)} fixed, ${count(regressed)} regressed`;
  const p = adjustedP === null ? "" : `, p ${formatP(adjustedP)}`;
  const correction = family > 1 ? ` after Holm's correction for ${family} runs` : "";
  return `${changed} of n = ${count(n)} cases with a verdict in both; 95 % interval. ${method}${p}${correction}.`;
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
