import { Stat, type StatProps } from "#components/ui/display/stat.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import type { Scorecard } from "#lib/scorecards/scorecard.ts";
import { moneyInterval } from "./money-interval.ts";

export type CostStatsProps = {
  scorecard: Pick<Scorecard, "cost" | "costPerPass" | "counts">;
  repetitions: number;
};

/** What the answers cost, and what one solved case costs with all that failed on the way. */
export function CostStats({ scorecard, repetitions }: CostStatsProps) {
  const { cost } = scorecard;
  return (
    <>
      <Stat label="Cost of the answers" {...costOf(cost)} />
      {cost.known > 0 && <Stat {...solvedOf(scorecard, repetitions > 1 ? "attempt" : "case")} />}
    </>
  );
}

function costOf({ knownMicroUsd, known, unknown }: Scorecard["cost"]): Omit<StatProps, "label"> {
  const method = "Sum of prices times reported tokens of all answers, also those from the cache";
  if (unknown === 0) return { value: formatMicroUsd(knownMicroUsd), n: known, method };
  const detail =
    known === 0
      ? "a price or the token counts are missing"
      : `${formatMicroUsd(knownMicroUsd)} for ${formatCount(known)} answers; ${formatCount(unknown)} unknown`;
  return { value: "unknown", n: known + unknown, method, detail };
}

function solvedOf(
  { cost, costPerPass, counts }: CostStatsProps["scorecard"],
  noun: "case" | "attempt",
): StatProps {
  const label = noun === "case" ? "Cost per solved case" : "Cost per passed attempt";
  const attempted = counts.passed + counts.failed + counts.unscored + counts.errored;
  const n = { n: attempted };
  if (counts.passed === 0) return { label, value: "–", ...n, detail: "nothing passed" };
  const estimate = cost.knownMicroUsd / counts.passed;
  if (cost.unknown > 0) {
    const detail = `${formatCount(cost.unknown)} answers of unknown cost are not in it`;
    return { label, value: `≥ ${formatMicroUsd(estimate)}`, ...n, method: methodWords, detail };
  }
  return {
    label,
    ...(costPerPass === null ? { value: formatMicroUsd(estimate) } : moneyInterval(costPerPass)),
    ...n,
    method: methodWords,
    detail: `${formatCount(counts.passed)} passed of ${formatCount(attempted)} attempted`,
  };
}

const methodWords =
  "Cost of all answers over those that passed; 95\u202f% interval of the ratio (MOVER-R, Donner & Zou 2012), from the t interval of the mean cost and the Wilson interval of the share that passed";
