import type { Range, RunEstimate } from "./estimate-cost.ts";
import type { JudgingEstimate } from "./judging/estimate-judging.ts";

/** One run: its answers, and what each grader that asks somebody makes of them. */
export type EstimatedRun = { lane: string; estimate: RunEstimate; judging: readonly JudgingEstimate[] };

export type TotalEstimate = {
  /** Of answers and judging, as far as they can be estimated. */
  costMicroUsd: Range;
  /** Runs whose answers have a cost that cannot be. */
  costUnknown: number;
  /** Graders whose cost cannot be, in any of the runs. */
  judgingUnknown: readonly string[];
  /** For the answers, until the last run ends, if nothing else runs; null where one of them has no history. */
  seconds: number | null;
};

/** Runs that share a lane take their times together; lanes work side by side. */
export function estimateTotal(runs: readonly EstimatedRun[]): TotalEstimate {
  const lanes = new Map<string, number | null>();
  for (const { lane, estimate } of runs) {
    const before = lanes.get(lane) ?? (lanes.has(lane) ? null : 0);
    lanes.set(lane, before === null || estimate.seconds === null ? null : before + estimate.seconds);
  }
  const unknown = runs.flatMap(({ judging }) =>
    judging.flatMap(({ name, costMicroUsd }) => (costMicroUsd === null ? [name] : [])),
  );
  return {
    costMicroUsd: sumOfRanges(runs.flatMap(knownCosts)),
    costUnknown: runs.filter(({ estimate }) => estimate.costMicroUsd === null).length,
    judgingUnknown: [...new Set(unknown)],
    seconds: [...lanes.values()].reduce<number | null>(
      (longest, seconds) => (longest === null || seconds === null ? null : Math.max(longest, seconds)),
      0,
    ),
  };
}

type Cost = { costMicroUsd: Range | null };

/** What is known of a run's cost, answers and judging apart. */
export function knownCosts({ estimate, judging }: { estimate: Cost; judging: readonly Cost[] }): Range[] {
  return [estimate.costMicroUsd, ...judging.map((one) => one.costMicroUsd)].flatMap((cost) => cost ?? []);
}

export function sumOfRanges(ranges: readonly Range[]): Range {
  return {
    low: ranges.reduce((sum, { low }) => sum + low, 0),
    high: ranges.reduce<number | null>(
      (sum, { high }) => (sum === null || high === null ? null : sum + high),
      0,
    ),
  };
}
