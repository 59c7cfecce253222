import type { CostFigure, Hosting } from "../board/board-schema.ts";
import { casesWords, moneyWords, moreCasesWords } from "../words/figure-words.ts";
import type { BarOutcome } from "./bar-outcome.ts";
import type { Bar } from "./bar-schema.ts";

type Facts = {
  costPer1000: CostFigure | null;
  hosting: Hosting;
  /** Empty is not known. */
  licence: string;
};

const blank = { slice: null, lower: null, upper: null, method: null, casesNeeded: null };

/** The rules of the bar that no policy has, against one model. */
export function ownRules(bar: Bar, { costPer1000, hosting, licence }: Facts): BarOutcome[] {
  return [
    ...(bar.costPer1000MicroUsd === null ? [] : [costRule(bar.costPer1000MicroUsd, costPer1000)]),
    ...(bar.selfHostedOnly ? [hostingRule(hosting)] : []),
    ...(bar.licences.length > 0 ? [licenceRule(bar.licences, licence)] : []),
  ];
}

function costRule(bar: number, cost: CostFigure | null): BarOutcome {
  const about = { ...blank, rule: "cost per 1,000" as const, bar, unit: "micro-dollars" as const };
  const limit = `the bar is ${moneyWords(bar)}`;
  if (cost === null || cost.unknown > 0) {
    const known =
      cost === null ? "what it costs is unknown" : `the cost of ${cost.unknown} answers is unknown`;
    const sentence = `Cost per 1,000 requests: ${known}; ${limit}. Set a price for the model, or state what it costs you.`;
    return {
      ...about,
      verdict: "not enough evidence",
      sentence,
      value: cost?.value ?? null,
      n: cost?.n ?? 0,
    };
  }
  const { value, lower, upper, n, method, stated } = cost;
  if (stated) {
    return {
      ...about,
      verdict: value <= bar ? "pass" : "fail",
      sentence: `Cost ${moneyWords(value)} per 1,000 requests, stated and not measured; ${limit}.`,
      value,
      n,
    };
  }
  const figure = `Cost ${moneyWords(value)} [${moneyWords(lower)}, ${moneyWords(upper)}] per 1,000 requests on ${casesWords(n)}`;
  const measured = { ...about, value, lower, upper, n, method };
  if (upper <= bar) {
    const sentence = `${figure}: even the upper limit is within the bar of ${moneyWords(bar)}.`;
    return { ...measured, verdict: "pass", sentence };
  }
  if (lower > bar) {
    const sentence = `${figure}: even the lower limit is above the bar of ${moneyWords(bar)}.`;
    return { ...measured, verdict: "fail", sentence };
  }
  const casesNeeded = moreForMean(value, upper, bar, n);
  const more =
    casesNeeded === null
      ? ""
      : ` ${capital(moreCasesWords(casesNeeded))} would settle it, if the mean stays as it is.`;
  const sentence = `${figure}: the interval reaches across the bar of ${moneyWords(bar)}, so it is open whether the bar is met.${more}`;
  return { ...measured, verdict: "not enough evidence", sentence, casesNeeded };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * How many more cases bring the limit of a mean to the bar if the mean stays: the half-width shrinks with the root of n.
 * Null where the mean lies on the bar, so that no number does.
 */
function moreForMean(value: number, upper: number, bar: number, n: number): number | null {
  const gap = Math.abs(bar - value);
  if (gap === 0) return null;
  return Math.max(1, Math.ceil(n * ((upper - value) / gap) ** 2) - n);
}

const noNumber = { ...blank, bar: null, unit: "none" as const, value: null, n: 0 };

function licenceRule(licences: readonly string[], licence: string): BarOutcome {
  const about = { ...noNumber, rule: "licence" as const };
  if (licence === "") {
    return {
      ...about,
      verdict: "not enough evidence",
      sentence: "Its licence is not known. Say it on the model's page.",
    };
  }
  const isAmong = licences.some((one) => one.toLowerCase() === licence.toLowerCase());
  return isAmong
    ? { ...about, verdict: "pass", sentence: `Its licence is ${licence}.` }
    : { ...about, verdict: "fail", sentence: `Its licence is ${licence}, and not ${licences.join(" or ")}.` };
}

function hostingRule(hosting: Hosting): BarOutcome {
  const about = { ...noNumber, rule: "self-hosted" as const };
  switch (hosting) {
    case "own machines":
      return { ...about, verdict: "pass", sentence: "It answers on machines of your own." };
    case "outside":
      return { ...about, verdict: "fail", sentence: "It answers at an address outside your network." };
    case "unknown":
      return {
        ...about,
        verdict: "not enough evidence",
        sentence: "Its answers were imported, so where it answers is not known.",
      };
  }
}
