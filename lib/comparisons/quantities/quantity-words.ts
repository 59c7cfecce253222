import { moreCases } from "../forest/claim-words.ts";
import { formatP } from "../rules/difference-words.ts";
import type { QuantityDifference } from "./quantity-difference.ts";

export type QuantityWords = {
  tone: "better" | "worse" | "unclear";
  /** "Run 12 is faster than run 9" */
  claim: string;
  /** "an answer takes 23 % less time, 95 % interval 18 % to 28 % less, on 500 cases" */
  measured: string;
};

type Named = {
  /** "run 9" */
  baseline: string;
  candidate: string;
  /** Differences that the p-value is corrected for. */
  family: number;
};

/** How long answers take, as a sentence that claims no more than the evidence does. */
export function latencyWords(row: QuantityDifference, named: Named): QuantityWords {
  if (row.value >= 2) {
    return wordsOf(row, named, {
      ...latencyNames,
      measured: `an answer typically takes ${times(row.value)} times as long`,
      limits: `${times(row.lower)} to ${times(row.upper)} times`,
    });
  }
  const share = (ratio: number) => ratio - 1;
  const amount = (ratio: number) => `${(Math.abs(share(ratio)) * 100).toFixed(1)}\u202f%`;
  return wordsOf(row, named, {
    ...latencyNames,
    measured: `an answer typically takes ${amount(row.value)} ${row.value <= 1 ? "less" : "more"} time`,
    limits: limitsText(
      share(row.lower),
      share(row.upper),
      (value) => `${(Math.abs(value) * 100).toFixed(1)}\u202f%`,
    ),
  });
}

/** What an answer costs, likewise. `money` writes micro-dollars. */
export function costWords(
  row: QuantityDifference,
  named: Named,
  money: (microUsd: number) => string,
): QuantityWords {
  const part = row.baselineMean > 0 ? ` (${partOfMean(row.value, row.baselineMean)})` : "";
  return wordsOf(row, named, {
    less: "cheaper",
    more: "dearer",
    same: "costs the same as",
    measured: `an answer costs ${money(Math.abs(row.value))} ${row.value <= 0 ? "less" : "more"}${part}`,
    limits: limitsText(row.lower, row.upper, (value) => money(Math.abs(value))),
  });
}

/** A large rise as a multiple: "31,099.8 %" is not read by anybody. */
function partOfMean(difference: number, baselineMean: number): string {
  const ratio = 1 + difference / baselineMean;
  if (ratio >= 2) return `${times(ratio)} times as much in the mean`;
  return `${(Math.abs(ratio - 1) * 100).toFixed(1)}\u202f% ${difference <= 0 ? "less" : "more"} in the mean`;
}

const latencyNames = { less: "faster", more: "slower", same: "takes the same time as" };
const times = (ratio: number) => (ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString("en"));

type Parts = { less: string; more: string; same: string; measured: string; limits: string };

function wordsOf(
  row: QuantityDifference,
  { baseline, candidate, family }: Named,
  parts: Parts,
): QuantityWords {
  const { claim, n, leftOut, adjustedP } = row;
  const run = candidate.charAt(0).toUpperCase() + candidate.slice(1);
  const left = leftOut === 0 ? "" : `; ${leftOut.toLocaleString("en")} shared cases could not be paired`;
  const correction = family > 1 ? ` after Holm's correction for ${family} differences` : "";
  const measured = `${parts.measured}, 95\u202f% interval ${parts.limits}, on ${n.toLocaleString("en")} ${n === 1 ? "case" : "cases"} of both (p ${formatP(adjustedP)}${correction}${left})`;
  switch (claim.kind) {
    case "less":
      return { tone: "better", claim: `${run} is ${parts.less} than ${baseline}`, measured };
    case "more":
      return { tone: "worse", claim: `${run} is ${parts.more} than ${baseline}`, measured };
    case "same":
      return {
        tone: "unclear",
        claim: `${run} ${parts.same} ${baseline}`,
        measured: `in every one of ${n.toLocaleString("en")} cases of both${left}`,
      };
    case "withheld":
      return { tone: "unclear", claim: `No verdict on ${candidate}: the runs are too unlike`, measured };
    case "cannot tell":
      return {
        tone: "unclear",
        claim: `Cannot tell whether ${candidate} is ${parts.less} or ${parts.more} than ${baseline}`,
        measured: `${measured}${neededWords(claim)}`,
      };
  }
}

function neededWords({
  casesNeeded,
  isOnlyAlone,
}: Extract<QuantityDifference["claim"], { kind: "cannot tell" }>): string {
  if (isOnlyAlone) return "; shown alone, and not beyond chance among all that are compared here";
  return casesNeeded === null
    ? ""
    : `; about ${moreCases(casesNeeded)} would tell, if the difference stays what it is`;
}

function limitsText(lower: number, upper: number, size: (value: number) => string): string {
  if (upper <= 0) return `${size(upper)} to ${size(lower)} less`;
  if (lower >= 0) return `${size(lower)} to ${size(upper)} more`;
  return `${size(lower)} less to ${size(upper)} more`;
}
