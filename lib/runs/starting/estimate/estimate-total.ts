import type { Range, RunEstimate } from "./estimate-cost.ts";

export type TotalEstimate = {
  /** Of the runs whose cost can be estimated. */
  costMicroUsd: Range;
  /** Runs whose cost cannot be. */
  costUnknown: number;
  /** Until the last run ends, if nothing else runs; null where one of them has no history. */
  seconds: number | null;
};

/** Runs that share a lane take their times together; lanes work side by side. */
export function estimateTotal(runs: readonly { lane: string; estimate: RunEstimate }[]): TotalEstimate {
  const known = runs.flatMap(({ estimate }) => estimate.costMicroUsd ?? []);
  const lanes = new Map<string, number | null>();
  for (const { lane, estimate } of runs) {
    const before = lanes.get(lane) ?? (lanes.has(lane) ? null : 0);
    lanes.set(lane, before === null || estimate.seconds === null ? null : before + estimate.seconds);
  }
  return {
    costMicroUsd: {
      low: known.reduce((sum, { low }) => sum + low, 0),
      high: known.reduce<number | null>(
        (sum, { high }) => (sum === null || high === null ? null : sum + high),
        0,
      ),
    },
    costUnknown: runs.length - known.length,
    seconds: [...lanes.values()].reduce<number | null>(
      (longest, seconds) => (longest === null || seconds === null ? null : Math.max(longest, seconds)),
      0,
    ),
  };
}
