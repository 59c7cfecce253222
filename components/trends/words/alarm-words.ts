import { formatCount, formatScore } from "#components/ui/format/format-count.ts";
import { formatNumber } from "#components/ui/format/number-format.ts";
import type { Alarm, Alarms } from "#lib/trends/alarm/list-alarms.ts";

export type AlarmWords = {
  tone: "better" | "worse" | "no worse" | "cannot tell" | "none";
  /** One or two words for a badge. */
  word: string;
  /** What it means. */
  headline: string;
  /** The numbers and the method behind it. */
  basis: string | null;
};

/** The verdict on a line's newest run, in words that claim no more than the corrected interval does. */
export function alarmWords(alarm: Alarm, shared: Omit<Alarms, "alarms">): AlarmWords {
  const { reference, comparison, candidate } = alarm;
  const run = `Run ${candidate.number}`;
  if (reference === null) {
    return {
      tone: "none",
      word: "First run",
      headline: `${run} is the first of this line, so there is nothing to hold it against yet.`,
      basis: null,
    };
  }
  const other = `${reference.kind === "accepted" ? "accepted run" : "run"} ${reference.run.number}`;
  const basis = basisOf(alarm, shared);
  if (alarm.withheld !== null) {
    return {
      tone: "none",
      word: "No verdict",
      headline: `${run} against ${other}: no verdict. ${alarm.withheld}`,
      basis,
    };
  }
  if (comparison === null) {
    return {
      tone: "none",
      word: "Nothing shared",
      headline: `${run} and ${other} share too few judged cases to be compared.`,
      basis: null,
    };
  }
  const points = amountOf(alarm.measure, comparison.difference);
  const within = marginText(shared.margin);
  switch (verdictOf(alarm)) {
    case "better":
      return {
        tone: "better",
        word: "Better",
        headline: `${run} is better than ${other} by ${points}.`,
        basis,
      };
    case "worse":
      return {
        tone: "worse",
        word: "Worse",
        headline: `${run} is worse than ${other} by ${points}.`,
        basis,
      };
    case "no worse":
      return {
        tone: "no worse",
        word: "No worse",
        headline: `${run} is no worse than ${other} by more than ${within}${comparison.upper < 0 ? `, though it is lower by ${points}` : ""}.`,
        basis,
      };
    case "cannot tell":
      return {
        tone: "cannot tell",
        word: "Cannot tell yet",
        headline: `${run} against ${other}: ${moreCases(alarm, within)}`,
        basis,
      };
  }
}

function verdictOf({ comparison }: Alarm): "better" | "worse" | "no worse" | "cannot tell" {
  if (comparison === null) return "cannot tell";
  if (comparison.noWorse !== null) return comparison.noWorse.verdict;
  return comparison.lower > 0 ? "better" : comparison.upper < 0 ? "worse" : "cannot tell";
}

function moreCases({ comparison, measure }: Alarm, within: string): string {
  const margin = measure === "verdict" ? comparison?.noWorse?.casesNeeded : null;
  const needed = margin ?? comparison?.casesNeeded;
  // Where the measured loss is larger than the margin, more cases can only show that it is real.
  const question =
    margin !== null && margin !== undefined
      ? `whether it loses more than ${within}`
      : (comparison?.difference ?? 0) < 0
        ? "whether it is worse"
        : "which one is better";
  return needed === null || needed === undefined
    ? `it is too close to tell ${question}, and more cases alone would not settle it.`
    : `about ${formatCount(roundedUp(needed))} more ${needed === 1 ? "case" : "cases"} would settle ${question}.`;
}

/** Two figures are enough of a plan. */
function roundedUp(cases: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, cases))) - 1);
  return Math.ceil(cases / step) * step;
}

function basisOf({ comparison, measure, unpaired }: Alarm, { confidence, family }: Omit<Alarms, "alarms">) {
  if (comparison === null) return null;
  const { n, difference, lower, upper, regressed, fixed, pValue, method } = comparison;
  const value = (amount: number) =>
    measure === "verdict" ? formatNumber(amount * 100, 1, "always") : formatNumber(amount, 3, "always");
  const left = unpaired === null ? 0 : Object.values(unpaired).reduce((sum, count) => sum + count, 0);
  return [
    `Difference ${value(difference)}${measure === "verdict" ? " points" : ""} [${value(lower)}, ${value(upper)}] on n = ${formatCount(n)} cases of both runs`,
    `${formatCount(regressed)} regressed, ${formatCount(fixed)} fixed`,
    left > 0 ? `${formatCount(left)} not paired` : null,
    `${method}, ${formatNumber(confidence * 100, confidence === 0.95 ? 0 : 1)} %${family > 1 ? ` limits, so that all ${family} lines together err in at most 5 %` : ""}`,
    pValue === null ? null : pValue < 0.001 ? "p < 0.001" : `p = ${pValue.toFixed(pValue < 0.1 ? 3 : 2)}`,
  ]
    .filter((part) => part !== null)
    .join("; ");
}

function amountOf(measure: Alarm["measure"], difference: number): string {
  const size = Math.abs(difference);
  return measure === "verdict" ? `${formatNumber(size * 100, 1)} points` : formatScore(size, 3);
}

function marginText(margin: number): string {
  return `${formatNumber(margin * 100, 0)} points`;
}
